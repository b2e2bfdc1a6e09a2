package org.zaledje.en16931.internal;

import java.util.Map;

/** The namespaces of the elements that rules and readers speak of. */
final class Namespaces {

    static final String CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    static final String CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    static final String RSM = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    static final String RAM = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    static final String UDT = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";

    static final Map<String, String> BY_PREFIX = Map.of("cac", CAC, "cbc", CBC, "rsm", RSM, "ram", RAM, "udt", UDT);

    private Namespaces() {
    }
}
