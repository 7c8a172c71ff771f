"""The addresses of O*NET Web Services, version 2, answered from the release under `/onet/v2/`."""
