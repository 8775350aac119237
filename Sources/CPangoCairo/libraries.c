#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

enum { CAIRO, PANGO, PANGOCAIRO, GOBJECT, LIBRARY_COUNT };

static const char *const names[LIBRARY_COUNT] = {
  [CAIRO] = "libcairo.so.2",
  [PANGO] = "libpango-1.0.so.0",
  [PANGOCAIRO] = "libpangocairo-1.0.so.0",
  [GOBJECT] = "libgobject-2.0.so.0",
};

static pc_libraries functions;
static bool complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The libraries stay open until the program ends: GLib cannot be unloaded.
static void open_all(void) {
  void *libraries[LIBRARY_COUNT];
  for (int i = 0; i < LIBRARY_COUNT; i++) {
    libraries[i] = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (libraries[i] == NULL) return;
  }
  // POSIX promises that what dlsym returns may be called as a function; writing
  // through a void * says so without a cast that the C standard leaves open.
#define FIND(library, result, name, arguments)                    \
  *(void **)(&functions.name) = dlsym(libraries[library], #name); \
  if (functions.name == NULL) return;
  EACH_FUNCTION(FIND)
#undef FIND
  complete = true;
}

const pc_libraries *pc_libraries_open(void) {
  pthread_once(&once, open_all);
  return complete ? &functions : NULL;
}
