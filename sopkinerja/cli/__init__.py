"""The commands: parse, call, print; click only here, one module for each step of the SOP."""

from sopkinerja.cli.utama import main as main
