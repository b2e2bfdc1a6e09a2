package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whether a code is the user's, and sees to it that it is used once. */
@Component(service = SecondFactorCheck.class)
public final class SecondFactorCheck {

    private static final int CODE_LENGTH_MAX = 40;

    private final UserStore users;
    private final PasswordCheck passwords;
    private final Clock clock;

    @Activate
    public SecondFactorCheck(@Reference UserStore users, @Reference PasswordCheck passwords, @Reference Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether it is a code of the user's device, or a recovery code. A wrong one counts like a wrong password. */
    boolean accepts(User user, String code) {
        boolean right = passwords.lockedUntil(user).isEmpty() && code.length() <= CODE_LENGTH_MAX && fits(user, code.strip());
        if (!right) {
            passwords.failed(user);
        } else if (user.failures() > 0) {
            users.forgetFailures(user.id());
        }
        return right;
    }

    private boolean fits(User user, String code) {
        OptionalLong step = user.secret().map(secret -> Totp.step(secret, code.replace(" ", ""), clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                ? users.useStep(user.id(), step.getAsLong())
                : users.useRecoveryCode(user.id(), code.toUpperCase(Locale.ROOT));
    }
}
