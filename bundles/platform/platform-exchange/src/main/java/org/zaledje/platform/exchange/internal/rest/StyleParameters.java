package org.zaledje.platform.exchange.internal.rest;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.ExchangeTexts;
import org.zaledje.platform.problem.ProblemException.Kind;

/** What a request says of how its file is written; what else it says is for the list. */
final class StyleParameters {

    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t');
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    private static final List<String> ENCODINGS = List.of("UTF-8", "windows-1250");

    private final Map<String, List<String>> rest;
    private final String kind;
    private final TableStyle style;

    StyleParameters(Map<String, List<String>> parameters) {
        rest = new LinkedHashMap<>(parameters);
        kind = take("format");
        style = style(take("language"), take("separator"), take("encoding"));
    }

    private String take(String name) {
        return Optional.ofNullable(rest.remove(name)).flatMap(values -> values.stream().findFirst()).orElse(null);
    }

    Map<String, List<String>> rest() {
        return rest;
    }

    TableStyle style() {
        return style;
    }

    /** The kind that is asked for by parameter, else by the header Accept, else CSV. */
    FileKind kind(HttpHeaders headers) {
        if (isGiven(kind)) {
            return FileKind.named(kind).orElseThrow(() -> ExchangeTexts.problem(Kind.UNREADABLE, "exchange.kind-unknown")
                    .with("location", "format").with("allowed", "csv, xlsx"));
        }
        return headers.getAcceptableMediaTypes().stream().anyMatch(StyleParameters::isXlsx) ? FileKind.XLSX : FileKind.CSV;
    }

    /** The kind of a body: by its media type, else by the file's name, else CSV. */
    static FileKind kindOf(HttpHeaders headers, String name) {
        MediaType type = headers.getMediaType();
        if (type != null && isXlsx(type)) {
            return FileKind.XLSX;
        }
        boolean unknown = type == null || MediaType.APPLICATION_OCTET_STREAM_TYPE.isCompatible(type);
        return unknown && name != null && name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? FileKind.XLSX : FileKind.CSV;
    }

    private static boolean isXlsx(MediaType type) {
        return FileKind.XLSX.mediaType().equals(type.getType() + "/" + type.getSubtype());
    }

    static TableStyle style(String language, String separator, String encoding) {
        return new TableStyle(
                isGiven(language) ? language(language) : Locale.ROOT,
                isGiven(separator) ? Optional.of(separator(separator)) : Optional.empty(),
                isGiven(encoding) ? Optional.of(charset(encoding)) : Optional.empty());
    }

    private static Locale language(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw unknown("language", "en, sl");
        }
        return Locale.forLanguageTag(tag);
    }

    private static Character separator(String name) {
        return Optional.ofNullable(SEPARATORS.get(name)).orElseThrow(() -> unknown("separator", "comma, semicolon, tab"));
    }

    private static Charset charset(String name) {
        return ENCODINGS.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst().map(Charset::forName)
                .orElseThrow(() -> unknown("encoding", String.join(", ", ENCODINGS)));
    }

    private static RuntimeException unknown(String parameter, String allowed) {
        return ExchangeTexts.problem(Kind.UNREADABLE, "exchange.style-unknown", parameter, allowed)
                .with("location", parameter).with("allowed", allowed);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isEmpty();
    }
}
