"""Kernels that are kept: read back whole, compiled again when damaged, compiled anyway."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
from numba import int64

from careerlattice.router import compiling
from careerlattice.router.compiling import kernel


@pytest.fixture
def doubled(tmp_path: Path) -> Any:
    """A function in a file of its own, so that what is kept of it lies beside that."""
    path = tmp_path / "drawn_kernel.py"
    path.write_text("def doubled(n):\n    return 2 * n\n")
    spec = importlib.util.spec_from_file_location("drawn_kernel", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["drawn_kernel"] = module
    spec.loader.exec_module(module)
    yield module.doubled
    del sys.modules["drawn_kernel"]


def kept(tmp_path: Path, ending: str) -> list[Path]:
    return sorted((tmp_path / "__pycache__").glob(f"*{ending}"))


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    middle = len(data) // 2
    changed = {
        "cut": data[:middle],
        "empty": b"",
        "flipped": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
    }
    path.write_bytes(changed[how])


@pytest.mark.slow
def test_a_damaged_kernel_is_compiled_again(doubled: Any, tmp_path: Path) -> None:
    signature = int64(int64)
    assert kernel(signature)(doubled)(21) == 42
    for ending in (".nbi", ".nbc", ".sha256"):
        for how in ("cut", "empty", "flipped"):
            (path,) = kept(tmp_path, ending)
            before = path.read_bytes()
            damage(path, how)
            assert kernel(signature)(doubled)(21) == 42
            assert kept(tmp_path, ending)[0].read_bytes() != b""
            assert len(kept(tmp_path, ending)[0].read_bytes()) == len(before)


def test_without_a_place_to_keep_it_a_kernel_is_compiled_all_the_same(
    doubled: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def nowhere(*_: Any) -> Any:
        raise RuntimeError("cannot cache function 'doubled': no locator available")

    monkeypatch.setattr(compiling, "_kept", nowhere)
    monkeypatch.setattr(compiling, "_said", [])
    for _ in range(2):
        assert kernel(int64(int64))(doubled)(21) == 42
    assert caplog.text.count("NUMBA_CACHE_DIR") == 1
