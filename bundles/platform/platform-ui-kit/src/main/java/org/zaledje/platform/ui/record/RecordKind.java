package org.zaledje.platform.ui.record;

import java.util.Objects;
import java.util.function.Function;
import org.zaledje.platform.text.LocalizedText;

/**
 * What pages need to know of the records of a type. Immutable; each method that says more answers another one.
 *
 * @param <T>        a record
 * @param type       {@code <function>.<noun>}, as in the audit trail
 * @param permission what one needs to read such a record
 * @param noun       what such a record is called, for example "Note"
 * @param id         what tells one from another; its text is the last part of the address of its page
 * @param name       what one of them is called
 * @param listTitle  title of the page that lists them
 * @param listPath   its path below {@code /}, without a leading slash
 * @param actions    what an action in the audit trail is called, for example "Posted" for {@code accounting.entry.post}
 */
public record RecordKind<T>(String type, String permission, LocalizedText noun, Function<T, ?> id, Function<T, String> name,
        LocalizedText listTitle, String listPath, Function<String, LocalizedText> actions) {

    public RecordKind {
        Objects.requireNonNull(type);
        Objects.requireNonNull(permission);
        Objects.requireNonNull(noun);
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(listTitle);
        Objects.requireNonNull(listPath);
        Objects.requireNonNull(actions);
    }

    /**
     * A kind of records whose actions are shown as they are named.
     *
     * @param id   what tells one from another
     * @param name what one of them is called
     */
    public static <T> RecordKind<T> of(String type, String permission, LocalizedText noun, Function<T, ?> id,
            Function<T, String> name) {
        return new RecordKind<>(type, permission, noun, id, name, noun, "", LocalizedText::verbatim);
    }

    /** The same, listed on a page. */
    public RecordKind<T> listedAt(LocalizedText title, String path) {
        return new RecordKind<>(type, permission, noun, id, name, title, path, actions);
    }

    /** The same, with what its actions are called. */
    public RecordKind<T> actions(Function<String, LocalizedText> titles) {
        return new RecordKind<>(type, permission, noun, id, name, listTitle, listPath, titles);
    }

    /** The id of a record, as it stands in addresses and in the audit trail. */
    String idOf(T record) {
        return String.valueOf(id.apply(record));
    }
}
