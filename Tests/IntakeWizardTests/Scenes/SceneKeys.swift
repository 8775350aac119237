// The keys that lead to each screen on record.

let smallArrival = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"

/// Screens of the small pack.
let smallScenes: [(name: String, keys: String)] = [
  ("home", ""),
  ("actions-at-home", "<ctrl-x>"),
  ("emergencies", "n<ctrl-x>e"),
  ("about", "n<ctrl-x>i"),
  ("theme", "n<ctrl-x>m"),
  ("not-a-key", "n;"),
  ("not-sure-in-a-field", "n0<enter><ctrl-x>u"),
  ("several-options", "n"),
  ("text", "n0<enter>TESTPATIENT, Maria"),
  ("date-read-back", "n0<enter>TESTPATIENT, Maria<enter>3/4/85"),
  ("date-refused", "n0<enter>TESTPATIENT, Maria<enter>3/4/2027<enter>"),
  ("yes-or-no", smallArrival),
  ("date-or-never", smallArrival + "n"),
  ("number", smallArrival + "n3d<enter>7"),
  ("single-choice", smallArrival + "n3d<enter>7<enter>"),
  ("question-with-findings", smallArrival + "u3d<enter>7<enter>2"),
  ("help", smallArrival + "?"),
  ("findings", smallArrival + "u3d<enter>7<enter>2ng"),
  ("find-a-question", smallArrival + "<ctrl-f>d<down>"),
  ("note", smallArrival + "cgave the date herself"),
  ("actions", smallArrival + "<ctrl-x>"),
  ("leave", smallArrival + "<ctrl-c>"),
  ("emergency", "n1<enter>"),
  ("review", smallArrival + "u3d<enter>7<enter>2n"),
  ("review-not-finished", smallArrival + "<ctrl-r>"),
  ("result-nothing-found", smallArrival + "nn2<enter>1<end>r"),
  ("result-deferred", smallArrival + "n3d<enter>7<enter>1<end>r"),
  ("result-excluded", smallArrival + "ynu1<end>r"),
  ("result-not-finished", smallArrival + "n<ctrl-r><end>r"),
  ("override", smallArrival + "n3d<enter>2<enter>1<end>r4seen<enter>OVER"),
  ("sign", smallArrival + "nn2<enter>1<end>r4sDr Ex"),
  ("defer", smallArrival + "n3d<enter>7<enter>1<end>r2"),
  ("reason", smallArrival + "n3d<enter>7<enter>1<end>r1"),
  ("export", smallArrival + "nn2<enter>1<end>r4sDr Example<enter>"),
  ("export-folder", smallArrival + "nn2<enter>1<end>r4sDr Example<enter>f"),
]

/// Keys up to the table of the grouped pack.
private let toTable = "nEXAMPLE, Maria<enter>3 mar 1985<enter>1n"

/// Screens of the pack with groups, a table and parts.
let groupedScenes: [(name: String, keys: String)] = [
  ("table", toTable),
  ("table-denied-together", toTable + "n"),
  ("table-one-by-one", toTable + "y"),
  ("table-date", toTable + "y3w"),
  ("table-date-refused", toTable + "y3 mar 2027<enter>"),
  ("table-choice", toTable + "nnn"),
  ("table-detail", toTable + "nnn2"),
  ("table-finding", toTable + "y3d<enter>"),
  ("group", toTable + "nnn1"),
  ("group-help", toTable + "nnn1?"),
  ("group-opened", toTable + "nnn1y"),
  ("review-together", toTable + "nnn1n<ctrl-r><down><down><down><down><down>"),
  ("parts", toTable + "<ctrl-x>v"),
  ("part-done", "m2" + toTable),
  ("part-of-nurse", "m3nu"),
  ("returning", "rex"),
  ("reconfirm", "r1"),
  ("reconfirm-changed", "r13"),
]

/// Screens of the pack with lists.
let listScenes: [(name: String, keys: String)] = [
  ("list-empty", "ny"),
  ("list-matches", "nywarf"),
  ("list-marked", "nywarf<down>"),
  ("list-combination", "nyecosprin"),
  ("list-did-they-mean", "nywarferin"),
  ("list-free-text", "nywhite tablet<up>"),
  ("list-choice", "nyecosprin av<down><enter>"),
  ("list-text", "nyecosprin av<down><enter>11heart"),
  ("list-date", "nyecosprin av<down><enter>11heart<enter>2d"),
  ("list-entries", "nyecosprin av<down><enter>11heart<enter>2d<enter>warf<down><enter>2<tab>"),
  ("list-entry-marked", "nywarf<down><enter>11<tab>white<up><enter><tab><up>"),
  ("list-remove", "nywarf<down><enter>11<tab><up>-"),
  ("list-many", "ny" + String(repeating: "warf<down><enter>11<tab>", count: 12) + "clo"),
  ("list-gate-refused", "nywarf<down><enter><tab><backtab>n"),
  ("list-names", "n<ctrl-f>planned<enter>lido<down><enter><enter>1sul<down><enter>be"),
  ("list-skin-tests", "n<ctrl-f>skin tests<enter>a2lido<down><enter>23d<enter>a2<enter>1"),
  ("list-help", "nywarf<down><enter>?"),
  ("list-review", "nyecosprin av<down><enter>11<tab>white<up><enter><tab><tab><ctrl-r><end>"),
  ("list-earlier", "r1y"),
]

/// Screens of skin tests, from the list of tests.
let skinTestScenes: [(name: String, keys: String)] = [
  ("skin-tests", ""),
  ("skin-tests-planned", "a"),
  ("skin-tests-place", "<down><enter>"),
  ("skin-tests-place-date", "<down><enter>nnn110.05<enter>26 nov 2026"),
  ("skin-tests-read", "<down><enter>nnn11<enter><enter><enter><enter><enter>nnnn<enter>"),
  (
    "skin-tests-positive",
    "<down><enter>nnn11<enter><enter><enter><enter><enter>nnnn<enter>4n<enter><enter>"
  ),
  ("skin-tests-reaction", "<down><enter>nnn11<enter><enter><enter><enter><enter>y"),
]

/// Screens of the lock and of PINs, at which JK sits.
let lockScenes: [(name: String, keys: String)] = [
  ("lock", smallArrival + "<ctrl-x><ctrl-x>12"),
  ("lock-wrong", smallArrival + "<ctrl-x><ctrl-x>12<enter>"),
  ("lock-choosing", smallArrival + "<ctrl-x><ctrl-x><enter><down>"),
  ("lock-menu", smallArrival + "<ctrl-x><ctrl-x><ctrl-x>"),
  ("lock-emergency", smallArrival + "<ctrl-x><ctrl-x><ctrl-x>1"),
  ("home-of-a-user", ""),
  ("my-pin", "<ctrl-x>*1234<enter>5678"),
  ("users", "<ctrl-x>@"),
]
