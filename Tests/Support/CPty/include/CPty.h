// Pseudo-terminals for tests: what Swift may not do between fork and exec, and
// what its C library module does not show.
#ifndef CPTY_H
#define CPTY_H
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// Opens a pair; 0 or -1.
int pty_open(int rows, int columns, int *_Nonnull controller, int *_Nonnull terminal);
/// Tells the pair and the program behind it a new size.
int pty_resize(int controller, int rows, int columns);
/// Starts a program with a new terminal as its controlling one; -1 on failure,
/// exit status 127 when the program cannot be run.
pid_t pty_spawn(const char *_Nonnull path,
                char *_Nullable const *_Nonnull arguments,
                char *_Nullable const *_Nonnull environment,
                int rows, int columns, int *_Nonnull controller);
/// Waits for the end of a child: its exit code, or 128 plus its signal; -1
/// while it still runs and `block` is false.
int pty_wait(pid_t child, bool block);
/// Whether a child is stopped, as by Ctrl-Z.
bool pty_is_stopped(pid_t child);
/// A line of text about the settings of a terminal, to compare.
int pty_settings(int descriptor, char *_Nonnull buffer, int capacity);
/// The path of the program's side; 0 or -1.
int pty_path(int controller, char *_Nonnull buffer, int capacity);
/// How many typed bytes the program has not read yet.
int pty_unread(int terminal);
/// Columns of one scalar by the C library, in a UTF-8 locale.
int pty_columns(uint32_t scalar);

#endif
