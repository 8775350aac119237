// swift-tools-version: 6.2
import PackageDescription

// Somebody else's program: it screens a file of answers with the shipped pack.
let package = Package(
  name: "embedding",
  dependencies: [.package(name: "mesoscreen", path: "../..")],
  targets: [
    .executableTarget(
      name: "embedding", dependencies: [.product(name: "Screening", package: "mesoscreen")])
  ]
)
