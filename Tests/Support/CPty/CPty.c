#define _GNU_SOURCE 1
#include "CPty.h"
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

int pty_open(int rows, int columns, int *controller, int *terminal) {
  struct winsize window = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
  if (openpty(controller, terminal, NULL, NULL, &window) != 0) return -1;
  fcntl(*controller, F_SETFD, FD_CLOEXEC);
  fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  return 0;
}

int pty_resize(int controller, int rows, int columns) {
  struct winsize window = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
  return ioctl(controller, TIOCSWINSZ, &window);
}

pid_t pty_spawn(const char *path, char *const *arguments, char *const *environment,
                int rows, int columns, int *controller) {
  struct winsize window = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
  pid_t child = forkpty(controller, NULL, NULL, &window);
  if (child == 0) {
    // A test runner may block or ignore signals; the program starts afresh.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    execve(path, arguments, environment);
    _exit(127);
  }
  if (child > 0) fcntl(*controller, F_SETFD, FD_CLOEXEC);
  return child;
}

int pty_wait(pid_t child, bool block) {
  int status;
  for (;;) {
    pid_t ended = waitpid(child, &status, block ? 0 : WNOHANG);
    if (ended < 0 && errno == EINTR) continue;
    if (ended != child) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
}

bool pty_is_stopped(pid_t child) {
  siginfo_t info = { 0 };
  return waitid(P_PID, (id_t)child, &info, WSTOPPED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child;
}

int pty_settings(int descriptor, char *buffer, int capacity) {
  struct termios settings;
  if (tcgetattr(descriptor, &settings) != 0) return -1;
  return snprintf(buffer, (size_t)capacity, "input %x output %x control %x local %x min %d time %d",
                  settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag,
                  settings.c_cc[VMIN], settings.c_cc[VTIME]);
}

int pty_path(int controller, char *buffer, int capacity) {
  return ptsname_r(controller, buffer, (size_t)capacity) == 0 ? 0 : -1;
}

int pty_unread(int terminal) {
  int count = 0;
  return ioctl(terminal, FIONREAD, &count) == 0 ? count : -1;
}

int pty_columns(uint32_t scalar) {
  static locale_t utf8 = (locale_t)0;
  if (!utf8) utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  locale_t before = uselocale(utf8);
  int columns = wcwidth((wchar_t)scalar);
  uselocale(before);
  return columns;
}
