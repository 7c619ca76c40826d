# NOT TRIED HERE. A formula for a tap of one's own. The address and the checksum are those of an archive of a source tree
# that `./dev setup` has prepared, so that nothing is fetched while it builds.
class Precheck < Formula
  desc "Check photos of identity documents before you upload them"
  homepage "FILL IN"
  url "FILL IN"
  sha256 "FILL IN"
  license any_of: ["MIT", "Apache-2.0"]

  depends_on "pkgconf" => :build
  depends_on "rust" => :build
  depends_on "leptonica"
  depends_on "tesseract"
  depends_on "tesseract-lang"

  def install
    system "cargo", "install", *std_cargo_args
    folders = %w[lexicon locales models mrz requirements runtime script]
    (share/"precheck").install(folders.map { |folder| "assets/#{folder}" })
    generate_completions_from_executable(bin/"precheck", "completions")
    system bin/"precheck", "man", man1
    man1.install "packaging/precheck-app.1"
  end

  test do
    assert_match "en", shell_output("#{bin}/precheck config")
    assert_match "\"type\":\"set\"", shell_output("#{bin}/precheck check --quick --format jsonl #{testpath}", 1)
  end
end
