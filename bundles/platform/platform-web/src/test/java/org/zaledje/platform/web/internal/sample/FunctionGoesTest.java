package org.zaledje.platform.web.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.rest.RestFunctions;
import org.zaledje.platform.web.internal.rest.RestServlet;
import org.zaledje.platform.web.internal.soap.SoapFunctions;
import org.zaledje.platform.web.internal.soap.SoapServlet;

/** What a function that has gone leaves behind. */
class FunctionGoesTest {

    private static final int ROUNDS = 5;
    private static final int COLLECTIONS_MAX = 50;

    private final TestLogin login = new TestLogin();
    private final RestFunctions rest = new RestFunctions(new EarlyPublishing());
    private final SoapFunctions soap = new SoapFunctions(new EarlyPublishing());

    @Test
    void noClassOfAFunctionThatHasGoneIsKept() throws Exception {
        try (TestServer server = new TestServer()
                .with("/api/v1/*", new RestServlet(TestServer.guard(login), rest, TestServer.OPEN))
                .with("/soap/*", new SoapServlet(TestServer.guard(login), soap, TestServer.OPEN)).start()) {
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                loaders.add(comeServeAndGo(server));
            }
            for (int i = 0; i < COLLECTIONS_MAX && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
                System.gc();
            }
            assertThat(loaders).allSatisfy(loader -> assertThat(loader.get()).isNull());
        }
    }

    private WeakReference<ClassLoader> comeServeAndGo(TestServer server) throws Exception {
        FunctionLoader loader = new FunctionLoader();
        RestResource resource = (RestResource) loader.make(ParcelResource.class, login);
        SoapEndpoint endpoint = (SoapEndpoint) loader.make(ParcelPort.class, login);
        assertThat(resource.getClass()).isNotEqualTo(ParcelResource.class);
        TestReference<SoapEndpoint> reference = new TestReference<>("shipping", 0);
        rest.add("shipping", resource, Optional.empty());
        soap.addEndpoint(endpoint, reference);

        String parcels = "/api/v1/shipping/parcels";
        assertThat(server.post(parcels, "application/json", "{\"pieces\":1,\"items\":[{\"code\":\"a\"}]}").statusCode())
                .isEqualTo(201);
        assertThat(server.post(parcels, "application/json", "{\"colour\":1}").statusCode()).isEqualTo(400);
        assertThat(server.get(parcels + "/broken").statusCode()).isEqualTo(500);
        assertThat(server.get("/soap/shipping?wsdl").statusCode()).isEqualTo(200);
        assertThat(server.post("/soap/shipping", "text/xml", """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
                <p:weigh xmlns:p="urn:zaledje:parcels"><name>box</name><weight>1</weight></p:weigh>
                </s:Body></s:Envelope>""")
                .body()).contains("box 1 ana");

        rest.remove("shipping", resource);
        soap.removeEndpoint(reference);
        loader.close();
        return new WeakReference<>(loader);
    }

    /** Loads the sample's classes itself, as a bundle would. */
    private static final class FunctionLoader extends URLClassLoader {

        FunctionLoader() {
            super(new URL[] {ParcelResource.class.getProtectionDomain().getCodeSource().getLocation()},
                    FunctionGoesTest.class.getClassLoader());
        }

        Object make(Class<?> like, Callers callers) throws ReflectiveOperationException {
            return loadClass(like.getName()).getConstructor(Callers.class).newInstance(callers);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ParcelResource.class.getPackageName() + ".Parcel")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
