package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** Tokens of all users, newest first. */
final class TokensView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    TokensView(Tokens tokens) {
        super(TEXTS.text("tokens"));
        RecordList<ApiToken> list = new RecordList<>(Tokens.TOKENS, tokens::list);
        setContent(shown(list, list::field, token -> tokens.revoke(token.id())));
    }

    /** Tokens with a button at each that revokes it. */
    static RecordList<ApiToken> list(Function<PageRequest, Page<ApiToken>> source,
            Consumer<ApiToken> revoke) {
        return shown(new RecordList<>(source), field -> { }, revoke);
    }

    private static RecordList<ApiToken> shown(RecordList<ApiToken> list, Consumer<String> field, Consumer<ApiToken> revoke) {
        Formats formats = Formats.current();
        list.text(TEXTS.text("token.name"), ApiToken::name);
        field.accept("name");
        list.text(TEXTS.text("user"), ApiToken::userName);
        field.accept("userName");
        list.text(TEXTS.text("token.scope"), token -> token.permissions().isEmpty()
                ? Language.tell(TEXTS.text("token.scope.all"))
                : String.join(", ", token.permissions().stream().sorted().toList()));
        list.text(TEXTS.text("token.expires"), token -> formats.moment(token.expiresAt()));
        field.accept("expiresAt");
        list.text(TEXTS.text("token.used"), token -> token.lastUsedAt().map(formats::moment)
                .orElse(Language.tell(TEXTS.text("never"))));
        field.accept("lastUsedAt");
        list.grid().addComponentColumn(token -> {
            Button button = new Button(Language.tell(TEXTS.text("token.revoke")), click -> {
                if (Messages.attempt(() -> revoke.accept(token))) {
                    list.refresh();
                }
            });
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
            return button;
        }).setAutoWidth(true).setFlexGrow(0);
        return list.whenEmpty(new EmptyState("ticket", TEXTS.text("tokens.none"), TEXTS.text("tokens.none.text")));
    }
}
