package org.zaledje.platform.ui.task;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.DataProvider;
import org.zaledje.platform.people.Colleague;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Language;

/** A field for one of the company's people, found by a part of their name. */
public final class ColleagueField extends ComboBox<Colleague> {

    private static final long serialVersionUID = 1L;

    public ColleagueField(LocalizedText label, Colleagues colleagues) {
        super(Language.tell(label));
        setItemLabelGenerator(colleague -> colleague.displayName().equals(colleague.name())
                ? colleague.name() : colleague.displayName() + " (" + colleague.name() + ")");
        setErrorMessage(TaskTexts.tell("colleague.missing"));
        setItems(DataProvider.fromFilteringCallbacks(
                query -> colleagues.search(query.getFilter().orElse("")).stream().skip(query.getOffset()).limit(query.getLimit()),
                query -> colleagues.search(query.getFilter().orElse("")).size()));
    }
}
