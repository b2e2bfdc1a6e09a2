package org.zaledje.tests.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium without a window, driven by Playwright. Uses the Chromium and the Node.js of the machine, and the script of
 * Playwright that the build has fetched from npm. For one thread.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final int HEIGHT = 800;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Browser start() {
        Path chromium = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of)
                .or(() -> onPath("chromium")).or(() -> onPath("google-chrome"))
                .orElseThrow(() -> new IllegalStateException(
                        "Browser tests need Chromium: install it (apt-get install chromium), or name it in CHROMIUM."));
        Path node = onPath("node")
                .orElseThrow(() -> new IllegalStateException("Browser tests need Node.js: install it."));
        System.setProperty("playwright.cli.dir", driver(node).toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(playwright, playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS)));
    }

    /** The folder that Playwright wants: Node.js, and the script that it runs. */
    private static Path driver(Path node) {
        Path home = Path.of(Distribution.setting("zaledje.playwright")).toAbsolutePath().normalize();
        Path script = home.resolve("node_modules/playwright-core");
        if (!Files.exists(script.resolve("cli.js"))) {
            throw new IllegalStateException(
                    "Playwright's script is not in " + script + ": run this through Maven, which fetches it.");
        }
        try {
            Path driver = Files.createDirectories(home.resolve("driver"));
            link(driver.resolve("node"), node);
            link(driver.resolve("package"), script);
            return driver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable).findFirst();
    }

    /** A browser of another person: it shares no cookies with the others. */
    public Person person(String url) {
        return person(url, Appearance.USUAL);
    }

    /** The same with a window, a system and a language of their own. */
    public Person person(String url, Appearance appearance) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(url).setLocale(appearance.locale()).setViewportSize(appearance.width(), HEIGHT)
                .setColorScheme(appearance.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        return new Person(context);
    }

    /** A browser of another person that takes every certificate. */
    public Person personOverTls(String url) {
        return new Person(browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(url)
                .setLocale("en-GB").setViewportSize(Appearance.USUAL.width(), HEIGHT).setIgnoreHTTPSErrors(true)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
