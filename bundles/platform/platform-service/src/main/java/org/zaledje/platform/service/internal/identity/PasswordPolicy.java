package org.zaledje.platform.service.internal.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.text.Texts;

/**
 * Which passwords are taken. Length counts, and that it is none of those that everybody tries first; which characters it is
 * made of does not.
 */
@Component(service = PasswordPolicy.class)
public final class PasswordPolicy {

    /** The most common passwords first, each on a line; from the zxcvbn library. */
    private static final String COMMON = "common-passwords.txt";

    /** A shorter name turns up in passwords by chance. */
    private static final int NAME_LENGTH_MIN = 3;

    private static final Texts TEXTS = Texts.beside(PasswordPolicy.class);

    private final IdentitySettings settings;
    private final Set<String> common = common();

    @Activate
    public PasswordPolicy(@Reference IdentitySettings settings) {
        this.settings = settings;
    }

    /**
     * Refuses a password that breaks rules.
     *
     * @throws ProblemException RULES_BROKEN {@code people.password.weak}, with every rule
     */
    void check(String userName, String password) {
        List<Violation> broken = new ArrayList<>();
        int least = settings.passwordLengthMin();
        if (password.codePointCount(0, password.length()) < least) {
            broken.add(violation("length", least));
        }
        if (password.length() > PasswordHash.PASSWORD_LENGTH_MAX) {
            broken.add(violation("too-long", PasswordHash.PASSWORD_LENGTH_MAX));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (userName.length() >= NAME_LENGTH_MIN && lower.contains(userName)) {
            broken.add(violation("name"));
        }
        if (common.contains(lower) || common.contains(core(lower)) || lower.chars().distinct().count() <= 2) {
            broken.add(violation("common"));
        }
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken("people.password.weak", TEXTS.text("password.weak"), broken);
        }
    }

    private static Violation violation(String rule, Object... arguments) {
        return Violation.error("people.password." + rule, TEXTS.text("password." + rule, arguments), "/password");
    }

    /** A common password does not become a good one by digits and signs around it. */
    private static String core(String password) {
        return password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordPolicy.class.getResourceAsStream(COMMON), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.length() > NAME_LENGTH_MIN).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
