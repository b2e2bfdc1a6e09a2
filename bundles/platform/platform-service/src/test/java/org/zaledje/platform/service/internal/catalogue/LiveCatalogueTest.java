package org.zaledje.platform.service.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.function.NavigationItem;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.text.LocalizedText;

class LiveCatalogueTest {

    private final LiveCatalogue catalogue = new LiveCatalogue();

    @Test
    void aFunctionShowsWhatItHasAndNothingAfterItWent() {
        ServiceReference<BackOfficeFunction> function = reference(1, 0, "notes");
        ServiceReference<RestResource> resource = reference(2, 0, "notes");
        ServiceReference<SoapEndpoint> endpoint = reference(3, 0, "notes");
        ServiceReference<FunctionNavigation> navigation = reference(4, 0, null);
        NavigationItem page = new NavigationItem("notes", "notebook", LocalizedText.verbatim("Notes"));
        catalogue.addFunction(function, function("notes", "Notes"));
        assertEquals(Optional.empty(), catalogue.find("notes").orElseThrow().restBase());
        catalogue.addResource(resource);
        catalogue.addEndpoint(endpoint);
        catalogue.addNavigation(navigation, navigation("notes", page));

        InstalledFunction installed = catalogue.find("notes").orElseThrow();
        assertEquals("1.2.3", installed.version());
        assertEquals(List.of("notes.note.read", "notes.note.write"), installed.permissions());
        assertEquals(Optional.of("/api/v1/notes"), installed.restBase());
        assertEquals(Optional.of("/soap/notes?wsdl"), installed.wsdl());
        assertEquals(List.of(page), installed.pages());

        catalogue.removeResource(resource);
        catalogue.removeEndpoint(endpoint);
        catalogue.removeNavigation(navigation);
        InstalledFunction bare = catalogue.find("notes").orElseThrow();
        assertEquals(Optional.empty(), bare.restBase());
        assertEquals(Optional.empty(), bare.wsdl());
        assertTrue(bare.pages().isEmpty());
        catalogue.removeFunction(function);
        assertEquals(List.of(), catalogue.installed());
    }

    @Test
    void ofTwoWithTheSameIdTheHigherRankingCountsThenTheOlder() {
        catalogue.addFunction(reference(5, 0, "x"), function("x", "younger"));
        catalogue.addFunction(reference(4, 0, "x"), function("x", "older"));
        assertEquals("older", title("x"));
        catalogue.addFunction(reference(6, 10, "x"), function("x", "ranked"));
        assertEquals("ranked", title("x"));
    }

    @Test
    void functionsAreSortedById() {
        catalogue.addFunction(reference(1, 0, "b"), function("b", "B"));
        catalogue.addFunction(reference(2, 0, "a"), function("a", "A"));
        assertEquals(List.of("a", "b"), catalogue.installed().stream().map(InstalledFunction::id).toList());
    }

    private String title(String id) {
        return catalogue.find(id).orElseThrow().title().in(Locale.ENGLISH);
    }

    private static FunctionNavigation navigation(String id, NavigationItem item) {
        return new FunctionNavigation() {
            @Override
            public String functionId() {
                return id;
            }

            @Override
            public List<NavigationItem> items() {
                return List.of(item);
            }
        };
    }

    private static BackOfficeFunction function(String id, String title) {
        return new BackOfficeFunction() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public LocalizedText title() {
                return LocalizedText.verbatim(title);
            }

            @Override
            public LocalizedText description() {
                return LocalizedText.verbatim("");
            }

            @Override
            public String icon() {
                return "notebook";
            }

            @Override
            public Set<String> permissions() {
                return Set.of("notes.note.write", "notes.note.read");
            }
        };
    }

    /** A reference that compares as the framework's do. */
    @SuppressWarnings("unchecked")
    private static <S> ServiceReference<S> reference(long id, int ranking, String functionId) {
        Bundle bundle = (Bundle) Proxy.newProxyInstance(LiveCatalogueTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> new Version("1.2.3.SNAPSHOT"));
        record Key(int ranking, long id) {
        }
        Key key = new Key(ranking, id);
        return (ServiceReference<S>) Proxy.newProxyInstance(LiveCatalogueTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "getProperty" -> arguments[0].equals(BackOfficeFunction.FUNCTION) ? functionId : key;
                    case "hashCode" -> key.hashCode();
                    case "equals" -> proxy == arguments[0];
                    case "compareTo" -> {
                        Key other = (Key) ((ServiceReference<?>) arguments[0]).getProperty("key");
                        yield key.ranking() != other.ranking()
                                ? Integer.compare(key.ranking(), other.ranking())
                                : Long.compare(other.id(), key.id());
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
