package org.zaledje.tests.container;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;

/**
 * A probe inside the container: a class whose test methods are called one by one and keep what they learn in static
 * fields. A failed assertion in it fails the call.
 */
final class InContainer implements AutoCloseable {

    private final TestContainer container;
    private final Map<String, TestAddress> methods = new LinkedHashMap<>();

    InContainer(ExamSystem system, TestContainer container, Class<?> probe) throws IOException {
        this.container = container;
        TestProbeBuilder builder = system.createProbe();
        for (var method : probe.getMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                methods.put(method.getName(), builder.addTest(probe, method.getName()));
            }
        }
        container.installProbe(builder.build().getStream());
    }

    /** Calls a method of the probe. */
    void call(String method) {
        container.call(methods.get(method));
    }

    @Override
    public void close() {
        container.uninstallProbe();
    }
}
