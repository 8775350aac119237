// The made-up patients of the training mode, in the order they are written.
#include "CProtocols.h"

static const uint8_t maria[] = {
#embed "../../Resources/Training/maria.yaml"
};
static const uint8_t li[] = {
#embed "../../Resources/Training/li.yaml"
};
static const uint8_t ana[] = {
#embed "../../Resources/Training/ana.yaml"
};

static const pack_file patients[] = {
    {"maria.yaml", maria, sizeof maria},
    {"li.yaml", li, sizeof li},
    {"ana.yaml", ana, sizeof ana},
};

size_t training_file_count(void) { return sizeof patients / sizeof *patients; }

pack_file training_file_at(size_t index) { return patients[index]; }
