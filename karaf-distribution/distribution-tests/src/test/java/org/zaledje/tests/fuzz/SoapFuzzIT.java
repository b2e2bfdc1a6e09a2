package org.zaledje.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.zaledje.tests.harness.Rest;

/**
 * Every operation of every WSDL gets messages that are nearly right, in an order that a seed decides. Longer with
 * {@code -Dzaledje.fuzz.seconds}, the same again with {@code -Dzaledje.fuzz.seed}.
 */
class SoapFuzzIT {

    private static final int FAULTS_MAX = 12;
    private static final Pattern SERVICE = Pattern.compile("/soap/([a-z0-9-]+)\\?wsdl");
    private static final Pattern CODE = Pattern.compile("<(?:\\w+:)?code>([^<]+)</");
    private static final Pattern STATUS = Pattern.compile("<(?:\\w+:)?status>([0-9]+)</");

    @Test
    void whateverIsSentIsAnsweredByACleanFaultOfTheClient() throws Exception {
        Random random = new Random(Fuzzed.seed());
        try (Fuzzed platform = new Fuzzed()) {
            List<WsdlOperation> operations = operations(platform.zaledje().rest());
            assertThat(operations).isNotEmpty();
            OddMessages messages = new OddMessages(random);
            Map<String, String> faults = new TreeMap<>();
            Map<String, Integer> codes = new TreeMap<>();
            long end = System.nanoTime() + Fuzzed.time().toNanos();
            for (int i = 0; System.nanoTime() < end && faults.size() < FAULTS_MAX; i++) {
                WsdlOperation operation = operations.get(i % operations.size());
                Fuzzed.Exchange exchange = platform.send(messages.of(operation));
                RawHttp.Response response = exchange.response();
                codes.merge(response.status() + " " + first(CODE, response.body()), 1, Integer::sum);
                try {
                    check(exchange);
                } catch (AssertionError e) {
                    faults.putIfAbsent(operation.name() + " " + response.status() + " " + Fuzzed.firstLine(e),
                            exchange.request() + "\n-> " + response);
                }
            }
            System.out.println(operations.size() + " operations were answered " + codes);
            assertThat(faults.entrySet()).as("%s\n%s", faults, platform.zaledje().log()).isEmpty();
            assertThat(codes.keySet()).as("some of it was right").anyMatch(code -> code.startsWith("200"));
        }
    }

    private static void check(Fuzzed.Exchange exchange) {
        RawHttp.Response response = exchange.response();
        Fuzzed.assertSaysNothingOfTheInside(response);
        if (response.status() < 400) {
            exchange.assertAudited();
            return;
        }
        exchange.assertStoresNothing(first(CODE, response.body()));
        if (response.body().startsWith("<h1>Bad Message")) {
            return;
        }
        assertThat(response.mediaType()).as("a SOAP message").isEqualTo("text/xml");
        assertThatCode(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(response.body())))).as("XML").doesNotThrowAnyException();
        assertThat(response.body()).as("the caller's fault").containsPattern("<faultcode[^>]*>\\w+:Client<");
        assertThat(first(CODE, response.body())).as("code").isNotEmpty();
        assertThat(Integer.parseInt(first(STATUS, response.body()))).as("status").isBetween(400, 499);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static List<WsdlOperation> operations(Rest rest) throws Exception {
        List<WsdlOperation> operations = new ArrayList<>();
        Matcher services = SERVICE.matcher(rest.get("/soap").text());
        while (services.find()) {
            String path = "/soap/" + services.group(1);
            if (operations.stream().noneMatch(known -> known.path().equals(path))) {
                operations.addAll(WsdlOperation.of(path, rest.get(path + "?wsdl").body()));
            }
        }
        return operations;
    }
}
