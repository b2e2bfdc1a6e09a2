package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.people.OpenSession;
import org.zaledje.platform.people.Sessions;
import org.zaledje.platform.ui.CurrentSession;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** Browsers in which somebody is signed in, newest first. */
final class SessionsView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    SessionsView(Sessions sessions) {
        super(TEXTS.text("sessions"));
        RecordList<OpenSession> list = new RecordList<>(Sessions.SESSIONS, sessions::list);
        setContent(shown(list, list::field, session -> sessions.end(session.id())));
    }

    /** Sessions with a button at each that ends it, but for the one that it is looked at in. */
    static RecordList<OpenSession> list(Function<PageRequest, Page<OpenSession>> source, Consumer<OpenSession> end) {
        return shown(new RecordList<>(source), field -> { }, end);
    }

    private static RecordList<OpenSession> shown(RecordList<OpenSession> list, Consumer<String> field, Consumer<OpenSession> end) {
        Formats formats = Formats.current();
        list.text(TEXTS.text("user"), OpenSession::userName);
        field.accept("userName");
        list.text(TEXTS.text("session.since"), session -> formats.moment(session.createdAt()));
        field.accept("createdAt");
        list.text(TEXTS.text("session.seen"), session -> formats.moment(session.lastSeenAt()));
        field.accept("lastSeenAt");
        list.text(TEXTS.text("session.address"), OpenSession::address);
        field.accept("address");
        list.text(TEXTS.text("session.client"), session -> BrowserName.of(session.client()));
        list.grid().addComponentColumn(session -> {
            boolean here = CurrentSession.id().filter(session.id()::equals).isPresent();
            Button button = new Button(Language.tell(TEXTS.text(here ? "session.here" : "session.end")), click -> {
                if (Messages.attempt(() -> end.accept(session))) {
                    list.refresh();
                }
            });
            button.setEnabled(!here);
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            return button;
        }).setAutoWidth(true).setFlexGrow(0);
        return list;
    }
}
