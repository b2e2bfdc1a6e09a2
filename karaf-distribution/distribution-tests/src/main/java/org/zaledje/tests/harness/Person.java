package org.zaledje.tests.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser of their own, with one tab open. Keeps what the browser complains of. */
public final class Person implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Person(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(complaints::add);
    }

    public Page page() {
        return page;
    }

    /** What the browser's console shows as errors, broken content security policies among them. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Types name and password into the login form and sends it. */
    public void tryToLogIn(String name, String password) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
    }

    /** Opens a path and logs in as the administrator, to land there. */
    public Person logIn(String path) {
        page.navigate(path);
        tryToLogIn(Zaledje.ADMIN, Zaledje.PASSWORD);
        drawer().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    /** Goes to a page as by a link: without loading the application anew. */
    public void follow(String path) {
        page.evaluate("""
                path => {
                  const link = document.createElement('a');
                  link.href = path;
                  document.body.append(link);
                  link.click();
                  link.remove();
                }""", path);
        page.waitForURL("**" + path);
    }

    /** Waits until the page has all that it has asked the server for. */
    public void settle() {
        page.waitForFunction("""
                () => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
                    && [...document.querySelectorAll('vaadin-grid')].every(grid => !grid.loading)
                    && document.getAnimations().every(animation => animation.playState !== 'running')""");
    }

    /** The list of pages. */
    public Locator drawer() {
        return page.locator("nav#drawer");
    }

    /** The entry of a function in the drawer. */
    public Locator drawerEntry(String function) {
        return page.locator("nav#drawer a[data-function='" + function + "']");
    }

    public void screenshot(String name) {
        screenshot(Path.of(Distribution.setting("zaledje.output"), "screenshots", name + ".png"));
    }

    /** Makes a picture of what the window shows. */
    public void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
