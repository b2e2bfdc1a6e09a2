package org.zaledje.platform.admin.internal.events;

import static org.zaledje.platform.admin.internal.events.EventViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import org.zaledje.platform.event.IssuedWebhook;
import org.zaledje.platform.event.Webhook;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** The company's webhooks, latest first, and a line to add one. */
final class WebhooksView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    WebhooksView(Webhooks webhooks) {
        super(TEXTS.text("webhooks"));
        Formats formats = Formats.current();
        RecordList<Webhook> list = new RecordList<Webhook>(Webhooks.WEBHOOKS, webhooks::list)
                .link(TEXTS.text("url"), Webhook::url, webhook -> EventViews.WEBHOOK + webhook.id()).field("url")
                .state(TEXTS.text("state"), webhook -> TEXTS.text(webhook.paused() ? "state.paused" : "state.sending"),
                        webhook -> webhook.paused() ? Mood.OPEN : Mood.GOOD)
                .text(TEXTS.text("types"), webhook -> String.join(", ", webhook.types()))
                .text(TEXTS.text("created"), webhook -> formats.moment(webhook.createdAt())).field("createdAt")
                .text(TEXTS.text("created.by"), Webhook::createdBy).field("createdBy")
                .whenEmpty(new EmptyState("paperplane", TEXTS.text("webhooks.none"), TEXTS.text("webhooks.none.text")));
        list.grid().setAllRowsVisible(true);
        setContent(list, adding(webhooks, list));
    }

    private static Div adding(Webhooks webhooks, RecordList<Webhook> list) {
        TextField url = new TextField(Language.tell(TEXTS.text("url")));
        url.setId("webhook-url");
        url.setMaxLength(Webhook.URL_LENGTH_MAX);
        url.setPlaceholder("https://partner.example/zaledje");
        url.setMinWidth("min(100%, 22rem)");
        TextField types = new TextField(Language.tell(TEXTS.text("types")));
        types.setId("webhook-types");
        types.setPlaceholder("*");
        types.setHelperText(Language.tell(TEXTS.text("types.help")));
        Div secret = new Div();
        Button add = new Button(Language.tell(TEXTS.text("webhook.add")), click -> Messages.attempt(() -> {
            IssuedWebhook issued = webhooks.create(url.getValue().strip(), typed(types.getValue()));
            WebhookView.showSecret(secret, issued);
            url.clear();
            types.clear();
            list.refresh();
        }));
        add.setId("add-webhook");
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        FlexLayout row = new FlexLayout(url, types, add);
        row.setAlignItems(Alignment.BASELINE);
        row.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        row.getStyle().set("gap", "var(--lumo-space-s)");
        Div card = new Div(new H2(Language.tell(TEXTS.text("webhook.new"))), row, secret);
        card.addClassName("z-card");
        return card;
    }

    private static List<String> typed(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(each -> !each.isEmpty()).distinct().toList();
    }
}
