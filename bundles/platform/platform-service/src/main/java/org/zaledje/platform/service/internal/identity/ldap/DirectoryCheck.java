package org.zaledje.platform.service.internal.identity.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.people.UserAccount.Source;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.service.internal.identity.ExternalIdentity;
import org.zaledje.platform.service.internal.identity.ExternalUsers;
import org.zaledje.platform.service.internal.identity.ExternalUsers.Known;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/**
 * Asks the directory about its users who have sessions or tokens: those it knows no longer, or has locked, are kept out, and
 * the roles of the others follow their groups. While it does not answer everybody stays as they are.
 */
final class DirectoryCheck implements Job {

    static final String ID = "people.directory";

    private static final Texts TEXTS = Texts.beside(DirectoryCheck.class);

    private final LdapSettings settings;
    private final Directory directory;
    private final ExternalUsers users;

    DirectoryCheck(LdapSettings settings, ExternalUsers users) {
        this.settings = settings;
        this.directory = new Directory(settings);
        this.users = users;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("check.title");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(settings.checkMinutes()));
    }

    @Override
    public void run(JobRun run) throws LDAPException {
        List<Known> asked = users.atWork(Source.LDAP);
        if (asked.isEmpty()) {
            return;
        }
        try (LDAPConnection connection = directory.connect()) {
            for (int i = 0; i < asked.size(); i++) {
                run.checkpoint();
                check(connection, asked.get(i), run);
                run.progress(i + 1, asked.size(), "");
            }
        }
    }

    private void check(LDAPConnection connection, Known user, JobRun run) throws LDAPException {
        Optional<ExternalIdentity> found = directory.known(connection, user.subject(), user.name());
        if (found.isEmpty()) {
            if (users.withdrawn(user.id())) {
                run.log(user.name() + " is kept out: the directory does not know them any more, or has locked them");
            }
            return;
        }
        try {
            users.arrived(found.get(), settings.roles());
        } catch (ProblemException e) {
            run.log(user.name() + " stays as they are: " + e.code());
        }
    }
}
