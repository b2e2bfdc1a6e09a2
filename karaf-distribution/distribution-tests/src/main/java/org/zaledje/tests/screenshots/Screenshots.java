package org.zaledje.tests.screenshots;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zaledje.tests.harness.Appearance;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Pages;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** The command {@code ./zaledje screenshots}: every page that can be found, in every appearance. */
public final class Screenshots {

    private static final List<Appearance> APPEARANCES = List.of(
            Appearance.USUAL, new Appearance("en-GB", true, 1280), new Appearance("en-GB", false, 360),
            new Appearance("en-GB", true, 360), new Appearance("sl-SI", false, 1280));

    private Screenshots() {
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(Optional.of(String.join(" ", arguments).strip()).filter(name -> !name.isEmpty())
                .orElse("screenshots")).toAbsolutePath();
        try (Zaledje zaledje = Zaledje.startedWithDemo(); Browser browser = Browser.start()) {
            zaledje.awaitServed("accounting");
            zaledje.deploy("notes");
            zaledje.rest().post("/api/v1/notes", "{\"title\":\"Call the bank\",\"text\":\"About the limit\"}");
            List<String> pages = pages(zaledje, browser);
            for (Appearance appearance : APPEARANCES) {
                try (Person person = browser.person(zaledje.url(), appearance)) {
                    person.page().navigate("/login");
                    person.page().locator("input[name=password]").waitFor();
                    person.screenshot(folder.resolve(appearance + "/login.png"));
                    person.logIn("/");
                    pages.forEach(page -> {
                        person.follow(page);
                        person.settle();
                        person.screenshot(folder.resolve(appearance + "/" + name(page) + ".png"));
                    });
                    System.out.println(folder.resolve(appearance.toString()));
                    person.complaints().forEach(complaint -> System.out.println(appearance + ": " + complaint));
                }
            }
            System.out.println(pages.size() + " pages in " + APPEARANCES.size() + " appearances: " + String.join(" ", pages));
        }
    }

    private static List<String> pages(Zaledje zaledje, Browser browser) {
        try (Person person = browser.person(zaledje.url())) {
            return Pages.foundBy(person.logIn("/"));
        }
    }

    private static String name(String page) {
        return page.equals("/") ? "home" : page.substring(1).replaceAll("[^A-Za-z0-9.-]+", "_");
    }
}
