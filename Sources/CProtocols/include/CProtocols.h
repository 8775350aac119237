// The pack that the program carries inside, byte for byte as it stands in
// Resources/Protocols/mesotherapy, and the made-up patients of the training mode.
#ifndef CPROTOCOLS_H
#define CPROTOCOLS_H

#include <stddef.h>
#include <stdint.h>

/// One embedded file.
typedef struct {
  /// Its path within the pack's folder, with / between the parts.
  const char *_Nonnull path;
  /// Its bytes; not ended by a zero.
  const uint8_t *_Nonnull bytes;
  /// How many bytes.
  size_t size;
} pack_file;

/// How many files are embedded.
size_t pack_file_count(void);

/// The file with this index, which is less than the count.
pack_file pack_file_at(size_t index);

/// How many made-up patients are embedded, from Resources/Training.
size_t training_file_count(void);

/// The answers of the patient with this index, which is less than the count.
pack_file training_file_at(size_t index);

#endif
