package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a repository of features offers.
 *
 * @param features those that an archive installs by itself: of install mode {@code auto}, and not part of another one
 */
record FeatureRepository(List<FeatureId> features) {

    private static final String NAMESPACE_START = "http://karaf.apache.org/xmlns/features/";
    private static final int FEATURES_MAX = 100;
    private static final String DEFAULT_VERSION = "0.0.0";

    FeatureRepository {
        features = List.copyOf(features);
    }

    /** Reads a document; empty features when it is not a repository of features. */
    static FeatureRepository read(InputStream in) throws IOException {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static FeatureRepository read(XMLStreamReader xml) throws XMLStreamException, IOException {
        List<FeatureId> automatic = new ArrayList<>();
        Set<String> parts = new HashSet<>();
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 1 && !isRepository(xml)) {
                    return new FeatureRepository(List.of());
                }
                if (depth == 2 && isFeature(xml) && isAutomatic(xml)) {
                    automatic.add(feature(xml));
                } else if (depth == 3 && isFeature(xml)) {
                    parts.add(xml.getElementText().strip());
                    depth--;
                }
                if (automatic.size() > FEATURES_MAX) {
                    throw new IOException("more than " + FEATURES_MAX + " features");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return new FeatureRepository(automatic.stream().filter(feature -> !parts.contains(feature.name())).toList());
    }

    private static boolean isRepository(XMLStreamReader xml) {
        return xml.getLocalName().equals("features")
                && xml.getNamespaceURI() != null
                && xml.getNamespaceURI().startsWith(NAMESPACE_START);
    }

    private static boolean isFeature(XMLStreamReader xml) {
        return xml.getLocalName().equals("feature");
    }

    private static boolean isAutomatic(XMLStreamReader xml) {
        String install = xml.getAttributeValue(null, "install");
        return install == null || install.equals("auto");
    }

    private static FeatureId feature(XMLStreamReader xml) {
        String name = xml.getAttributeValue(null, "name");
        String version = xml.getAttributeValue(null, "version");
        return new FeatureId(name == null ? "" : name, version == null ? DEFAULT_VERSION : version);
    }
}
