package org.zaledje.platform.admin.internal.events;

import static org.zaledje.platform.admin.internal.events.EventViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.math.BigDecimal;
import java.util.Optional;
import org.zaledje.platform.event.ConsumerState;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** Everybody who consumes events, and how far they have come. */
final class ConsumersView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient EventDeliveries deliveries;
    private final RecordList<ConsumerState> list;

    ConsumersView(EventDeliveries deliveries) {
        super(TEXTS.text("consumers"));
        this.deliveries = deliveries;
        Formats formats = Formats.current();
        list = new RecordList<ConsumerState>(request -> new Page<>(deliveries.consumers(), Optional.empty()))
                .text(TEXTS.text("consumer"), ConsumerState::name)
                .state(TEXTS.text("state"), ConsumersView::state, ConsumersView::mood)
                .number(TEXTS.text("backlog"), consumer -> BigDecimal.valueOf(consumer.backlog()))
                .text(TEXTS.text("oldest"), consumer -> consumer.oldest().map(formats::moment).orElse(""))
                .number(TEXTS.text("failing"), consumer -> BigDecimal.valueOf(consumer.failing()))
                .number(TEXTS.text("dead-letters"), consumer -> BigDecimal.valueOf(consumer.deadLetters()))
                .text(TEXTS.text("types"), consumer -> String.join(", ", consumer.types()))
                .whenEmpty(new EmptyState("exchange", TEXTS.text("consumers.none"), TEXTS.text("consumers.none.text")));
        list.grid().addComponentColumn(this::forgetting).setAutoWidth(true).setFlexGrow(0);
        Button refresh = new Button(Language.tell(TEXTS.text("refresh")), VaadinIcon.REFRESH.create(), click -> list.refresh());
        refresh.setId("refresh");
        setActions(refresh);
        setContent(list);
    }

    private static LocalizedText state(ConsumerState consumer) {
        if (!consumer.present()) {
            return TEXTS.text("state.away");
        }
        return TEXTS.text(consumer.deadLetters() > 0 ? "state.dead" : consumer.failing() > 0 ? "state.failing" : "state.present");
    }

    private static Mood mood(ConsumerState consumer) {
        if (!consumer.present()) {
            return Mood.NEUTRAL;
        }
        return consumer.deadLetters() > 0 ? Mood.BAD : consumer.failing() > 0 ? Mood.OPEN : Mood.GOOD;
    }

    private Component forgetting(ConsumerState consumer) {
        if (consumer.present()) {
            return new Span();
        }
        Button forget = new Button(Language.tell(TEXTS.text("forget")), click -> Confirmation.ask(
                TEXTS.text("forget.ask", consumer.name()), TEXTS.text("forget.text", consumer.backlog()), TEXTS.text("forget"),
                () -> {
                    if (Messages.attempt(() -> deliveries.forget(consumer.name()))) {
                        list.refresh();
                    }
                }));
        forget.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        return forget;
    }
}
