package org.zaledje.platform.admin.internal.services;

import static org.zaledje.platform.admin.internal.services.ServiceViews.TEXTS;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.rest.OpenApi;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.ViewLayout;

/** What partners can call here: REST and SOAP of what is installed now, each operation with samples that run when pasted. */
final class ServicesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient List<InstalledFunction> functions;
    private final transient Map<String, List<Operation>> operations;
    private final TextField words = new TextField();
    private final Div found = new Div();
    private String server = "";

    ServicesView(FunctionCatalogue catalogue, OpenApi api) {
        super(TEXTS.text("services"));
        setId("services");
        functions = catalogue.installed();
        operations = Operations.of(api.document()).stream()
                .collect(Collectors.groupingBy(Operation::function, TreeMap::new, Collectors.toList()));
        words.setId("services-words");
        words.setLabel(Language.tell(TEXTS.text("words")));
        words.setPlaceholder(Language.tell(TEXTS.text("words.hint")));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> show());
        words.setWidth("min(24rem, 100%)");
        Paragraph how = new Paragraph(Language.tell(TEXTS.text("how", Sample.TOKEN)));
        Paragraph token = new Paragraph(new Anchor("/account", Language.tell(TEXTS.text("how.token"))));
        setActions(new Anchor("/api/docs/", Language.tell(TEXTS.text("try"))),
                new Anchor("/api/openapi.json", Language.tell(TEXTS.text("openapi"))));
        setContent(how, token, words, found);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().fetchCurrentURL(this::know);
    }

    private void know(URL page) {
        server = page.getProtocol() + "://" + page.getAuthority();
        show();
    }

    private void show() {
        found.removeAll();
        functions.forEach(function -> {
            List<Operation> matching = matching(function.id());
            boolean hasDoor = function.restBase().isPresent() || function.wsdl().isPresent();
            if (!matching.isEmpty() || hasDoor && words.isEmpty()) {
                found.add(section(function, matching));
            }
        });
        Set<String> shown = functions.stream().map(InstalledFunction::id).collect(Collectors.toSet());
        operations.keySet().stream().filter(id -> !shown.contains(id)).filter(id -> !matching(id).isEmpty())
                .forEach(id -> found.add(section(TEXTS.text("platform", id), matching(id))));
        if (found.getChildren().findAny().isEmpty()) {
            found.add(new Paragraph(Language.tell(TEXTS.text("none"))));
        }
    }

    private List<Operation> matching(String function) {
        return operations.getOrDefault(function, List.of()).stream()
                .filter(operation -> operation.matches(words.getValue())).toList();
    }

    private Section section(InstalledFunction function, List<Operation> matching) {
        List<Component> doors = new ArrayList<>();
        function.restBase().ifPresent(path -> doors.add(door(TEXTS.text("rest"), new Code(server + path))));
        function.wsdl().ifPresent(path -> doors.add(door(TEXTS.text("soap"), wsdl(path))));
        return section(function.title(), matching, doors.toArray(Component[]::new));
    }

    private Section section(LocalizedText title, List<Operation> matching, Component... doors) {
        Section section = new Section(new H2(Language.tell(title)));
        section.add(doors);
        matching.forEach(operation -> section.add(details(operation)));
        return section;
    }

    private static Paragraph door(LocalizedText name, Component address) {
        Paragraph door = new Paragraph(Language.tell(name) + " ");
        door.add(address);
        return door;
    }

    private Anchor wsdl(String path) {
        Anchor link = new Anchor(path);
        link.add(new Code(server + path));
        return link;
    }

    /** The samples are made when somebody wants to see them. */
    private NativeDetails details(Operation operation) {
        Span summary = new Span(new Code(operation.method() + " " + operation.path()));
        if (!operation.summary().isEmpty()) {
            summary.add(" " + operation.summary());
        }
        Div content = new Div();
        NativeDetails details = new NativeDetails(summary, content);
        details.addToggleListener(change -> {
            if (change.isOpened() && content.getChildren().findAny().isEmpty()) {
                content.add(new Samples(operation, server));
            }
        });
        return details;
    }
}
