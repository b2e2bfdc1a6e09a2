package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.Component;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.reference.Reference;
import org.zaledje.platform.reference.ReferenceSource;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Workplace;

/**
 * A field for a record of any function, found by what its reader types. Its value is the record's id, null for none.
 * While the function is not installed the field keeps what it holds, and says why nothing can be chosen.
 */
public final class ReferenceField extends AbstractCompositeField<ComboBox<Reference>, ReferenceField, String>
        implements HasSize, HasValidation, HasHelper {

    private static final long serialVersionUID = 1L;
    private static final int CHOICES_MAX = 50;

    private final String type;

    /**
     * @param label what the record is here
     * @param type  {@code <function>.<noun>}, see {@link ReferenceSource#type()}
     */
    public ReferenceField(LocalizedText label, String type) {
        super(null);
        this.type = type;
        ComboBox<Reference> box = getContent();
        box.setLabel(Language.tell(label));
        box.setItemLabelGenerator(Reference::label);
        box.setClearButtonVisible(true);
        box.setItems(query -> {
            int limit = Math.min(query.getLimit(), CHOICES_MAX);
            return query.getOffset() > 0 ? Stream.of() : search(query.getFilter().orElse("").strip(), limit);
        });
        boolean away = source().isEmpty();
        box.setReadOnly(away);
        if (away) {
            box.setHelperText(RecordTexts.tell("reference.away"));
        }
        box.addValueChangeListener(change -> setModelValue(
                change.getValue() == null ? null : change.getValue().record().id(), change.isFromClient()));
    }

    private Optional<ReferenceSource> source() {
        return Workplace.current().services(ReferenceSource.class).stream()
                .filter(source -> source.type().equals(type)).findFirst();
    }

    private Stream<Reference> search(String text, int limit) {
        try {
            return source().stream().flatMap(source -> source.search(text, PageRequest.first(limit)).items().stream());
        } catch (ProblemException e) {
            return Stream.of();
        }
    }

    private Reference find(String id) {
        RecordRef record = new RecordRef(type, id);
        try {
            return source().flatMap(source -> source.find(id)).orElseGet(() -> Reference.unknown(record));
        } catch (ProblemException e) {
            return Reference.unknown(record);
        }
    }

    @Override
    protected void setPresentationValue(String id) {
        getContent().setValue(id == null ? null : find(id));
    }

    @Override
    protected boolean valueEquals(String one, String other) {
        return Objects.equals(one, other);
    }

    @Override
    public void setReadOnly(boolean only) {
        getContent().setReadOnly(only || source().isEmpty());
    }

    @Override
    public void setRequiredIndicatorVisible(boolean required) {
        getContent().setRequiredIndicatorVisible(required);
    }

    @Override
    public void setHelperComponent(Component component) {
        getContent().setHelperComponent(component);
    }

    @Override
    public Component getHelperComponent() {
        return getContent().getHelperComponent();
    }

    @Override
    public void setErrorMessage(String message) {
        getContent().setErrorMessage(message);
    }

    @Override
    public String getErrorMessage() {
        return getContent().getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        getContent().setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return getContent().isInvalid();
    }
}
