package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.NewToken;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;

/** Fields for a token to be issued, and its secret once it is. */
final class IssueToken extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int DAYS_USUAL = 90;

    IssueToken(Function<NewToken, IssuedToken> issue, Runnable issued) {
        TextField name = new TextField(Language.tell(TEXTS.text("token.name")));
        name.setId("token-name");
        name.setMaxLength(ApiToken.NAME_LENGTH_MAX);
        TextField scope = new TextField(Language.tell(TEXTS.text("token.scope")));
        scope.setPlaceholder(Language.tell(TEXTS.text("token.scope.all")));
        scope.setHelperText(Language.tell(TEXTS.text("token.scope.help")));
        IntegerField days = new IntegerField(Language.tell(TEXTS.text("token.days")));
        days.setValue(DAYS_USUAL);
        days.setMin(1);
        days.setMax(ApiToken.DAYS_MAX);
        Div secret = new Div();
        secret.setId("token-secret");
        Button make = new Button(Language.tell(TEXTS.text("token.issue")), click -> Messages.attempt(() -> {
            IssuedToken made = issue.apply(new NewToken(name.getValue(), permissions(scope.getValue()), Optional.empty(),
                    Optional.ofNullable(days.getValue()).orElse(0)));
            secret.removeAll();
            secret.add(new Paragraph(Language.tell(TEXTS.text("token.once"))), new Code(made.secret()));
            name.clear();
            issued.run();
        }));
        make.setId("issue-token");
        FlexLayout row = new FlexLayout(name, scope, days, make);
        row.setAlignItems(Alignment.BASELINE);
        row.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        row.getStyle().set("gap", "var(--lumo-space-s)");
        getContent().add(new H2(Language.tell(TEXTS.text("token.new"))), row, secret);
        getContent().addClassName("z-card");
    }

    private static Set<String> permissions(String typed) {
        return Arrays.stream(typed.split("[,\\s]+")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
    }
}
