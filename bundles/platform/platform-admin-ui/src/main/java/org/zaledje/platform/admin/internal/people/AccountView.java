package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.people.OwnAccount;
import org.zaledje.platform.people.SecondFactorOffer;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserAccount.Source;
import org.zaledje.platform.procedure.Substitutions;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.CurrentSession;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** One's own account: password, second factor, sessions, tokens. */
final class AccountView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient OwnAccount own;
    private final transient Optional<SubstitutionCard> substitutions;

    AccountView(OwnAccount own, Substitutions substitutions, Colleagues colleagues, Callers callers) {
        super(TEXTS.text("account"));
        this.own = own;
        this.substitutions = callers.current().filter(caller -> caller.may(Tasks.WORK))
                .map(caller -> new SubstitutionCard(substitutions, colleagues, caller.name()));
        show();
    }

    private void show() {
        UserAccount account = own.get();
        RecordList<ApiToken> tokens = TokensView.list(request -> new Page<>(own.tokens(), Optional.empty()),
                token -> own.revokeToken(token.id()));
        List<Component> cards = new ArrayList<>(List.of(password(account), secondFactor(account)));
        substitutions.ifPresent(cards::add);
        cards.addAll(List.of(new IssueToken(own::issueToken, tokens::refresh), tokens,
                card("sessions", SessionsView.list(request -> new Page<>(own.sessions(), Optional.empty()),
                        session -> own.endSession(session.id())))));
        setContent(cards.toArray(Component[]::new));
    }

    private Component password(UserAccount account) {
        if (account.source().isElsewhere()) {
            return card("password", new Paragraph(Language.tell(TEXTS.text("password.elsewhere." + account.source()))));
        }
        PasswordField old = new PasswordField(Language.tell(TEXTS.text("password.old")));
        old.setId("old-password");
        PasswordField wanted = new PasswordField(Language.tell(TEXTS.text("password.new")));
        wanted.setId("new-password");
        Button change = new Button(Language.tell(TEXTS.text("password.change")), click -> {
            if (Messages.attempt(() -> own.changePassword(old.getValue(), wanted.getValue(), CurrentSession.id()))) {
                // Loaded anew, because rights that waited for this have come.
                UI.getCurrent().getPage().reload();
            }
        });
        change.setId("change-password");
        Div card = card("password", row(old, wanted, change));
        if (account.passwordMustChange()) {
            Paragraph first = new Paragraph(Language.tell(TEXTS.text("password.first")));
            first.setId("password-first");
            card.addComponentAtIndex(1, first);
        }
        return card;
    }

    private Component secondFactor(UserAccount account) {
        Div card = card("second-factor");
        TextField code = new TextField(Language.tell(TEXTS.text("second-factor.code")));
        code.setId("second-factor-code");
        if (account.secondFactor()) {
            Button remove = new Button(Language.tell(TEXTS.text("second-factor.remove")), click -> {
                if (Messages.attempt(() -> own.removeSecondFactor(code.getValue()))) {
                    show();
                }
            });
            card.add(new Paragraph(Language.tell(TEXTS.text("second-factor.on"))), row(code, remove));
            return card;
        }
        if (account.source() == Source.OPENID) {
            card.add(new Paragraph(Language.tell(TEXTS.text("second-factor.elsewhere"))));
            return card;
        }
        Button begin = new Button(Language.tell(TEXTS.text("second-factor.begin")));
        begin.setId("begin-second-factor");
        begin.addClickListener(click -> Messages.attempt(() -> offer(card, begin, code, own.offerSecondFactor())));
        card.add(new Paragraph(Language.tell(TEXTS.text("second-factor.off"))), begin);
        return card;
    }

    private void offer(Div card, Button begin, TextField code, SecondFactorOffer offer) {
        card.remove(begin);
        Button confirm = new Button(Language.tell(TEXTS.text("second-factor.confirm")));
        confirm.setId("confirm-second-factor");
        Div steps = new Div(new Paragraph(Language.tell(TEXTS.text("second-factor.scan"))),
                new Html(QrCode.svg(offer.uri(), Language.tell(TEXTS.text("second-factor.qr")))),
                new Div(new Code(offer.secret())), row(code, confirm));
        confirm.addClickListener(click -> Messages.attempt(() -> {
            List<String> recovery = own.confirmSecondFactor(code.getValue(), CurrentSession.id());
            Div codes = new Div();
            codes.setId("recovery-codes");
            codes.add(new Paragraph(Language.tell(TEXTS.text("second-factor.recovery"))));
            recovery.forEach(each -> codes.add(new Div(new Code(each))));
            card.replace(steps, codes);
        }));
        card.add(steps);
    }

    private static Div card(String title, Component... content) {
        Div card = new Div(new H2(Language.tell(TEXTS.text(title))));
        card.add(content);
        card.addClassName("z-card");
        return card;
    }

    static FlexLayout row(Component... content) {
        FlexLayout row = new FlexLayout(content);
        row.setAlignItems(Alignment.BASELINE);
        row.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        row.getStyle().set("gap", "var(--lumo-space-s)");
        return row;
    }
}
