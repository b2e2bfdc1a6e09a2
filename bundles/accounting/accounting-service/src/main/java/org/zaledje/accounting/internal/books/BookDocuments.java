package org.zaledje.accounting.internal.books;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zaledje.platform.document.DocumentOwner;
import org.zaledje.platform.security.Callers;

/**
 * Records of the books that may have documents.
 *
 * @param <R> the entity that holds them, by its UUID
 */
public abstract class BookDocuments<R> implements DocumentOwner {

    private final Bookkeeping bookkeeping;
    private final Callers callers;
    private final Class<R> entity;
    private final String read;
    private final Set<String> change;

    /** @param change permissions of which one is enough to change documents */
    protected BookDocuments(Bookkeeping bookkeeping, Callers callers, Class<R> entity, String read, Set<String> change) {
        this.bookkeeping = bookkeeping;
        this.callers = callers;
        this.entity = entity;
        this.read = read;
        this.change = change;
    }

    /** What such a record is called. */
    protected abstract String name(R row);

    @Override
    public final boolean mayRead(String recordId) {
        return name(recordId).isPresent();
    }

    @Override
    public final boolean mayChange(String recordId) {
        return callers.current().filter(caller -> change.stream().anyMatch(caller::may)).isPresent() && mayRead(recordId);
    }

    @Override
    public final Optional<String> name(String recordId) {
        return callers.current().filter(caller -> caller.may(read)).flatMap(caller -> id(recordId))
                .flatMap(id -> bookkeeping.inBooks(books -> books.find(entity, id).map(this::name)));
    }

    private static Optional<UUID> id(String recordId) {
        try {
            return Optional.of(UUID.fromString(recordId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
