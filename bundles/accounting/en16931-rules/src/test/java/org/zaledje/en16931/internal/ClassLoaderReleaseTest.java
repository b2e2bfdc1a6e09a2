package org.zaledje.en16931.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The rules leave nothing behind in threads that used them or in the JDK: their classes can be collected. */
class ClassLoaderReleaseTest {

    @Test
    void theClassesAreCollectedAfterTheRulesHaveGone() throws Exception {
        ExecutorService longLived = Executors.newFixedThreadPool(2);
        try {
            WeakReference<ClassLoader> loader = useInLoaderOfItsOwn(longLived);
            for (int i = 0; i < 50 && loader.get() != null; i++) {
                System.gc();
                longLived.submit(() -> { }).get();
            }
            assertThat(loader.get()).isNull();
        } finally {
            longLived.shutdown();
        }
    }

    private static WeakReference<ClassLoader> useInLoaderOfItsOwn(ExecutorService threads) throws Exception {
        URL classes = SaxonInvoiceRules.class.getProtectionDomain().getCodeSource().getLocation();
        try (OwnClassesFirst loader = new OwnClassesFirst(classes)) {
            Class<?> type = loader.loadClass(SaxonInvoiceRules.class.getName());
            assertThat(type).isNotSameAs(SaxonInvoiceRules.class);
            Object rules = type.getConstructor().newInstance();
            Method check = type.getMethod("check", byte[].class);
            threads.submit(() -> check.invoke(rules, Documents.file("ubl-tc434-example1.xml"))).get();
            threads.submit(() -> check.invoke(rules, Documents.file("CII_example1.xml"))).get();
            Method stop = type.getDeclaredMethod("stop");
            stop.setAccessible(true);
            stop.invoke(rules);
            return new WeakReference<>(loader);
        }
    }

    private static final class OwnClassesFirst extends URLClassLoader {

        private static final List<String> OWN = List.of("org.zaledje.", "net.sf.saxon.", "org.xmlresolver.");

        OwnClassesFirst(URL classes) {
            super(new URL[] {classes}, ClassLoaderReleaseTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (OWN.stream().anyMatch(name::startsWith)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
