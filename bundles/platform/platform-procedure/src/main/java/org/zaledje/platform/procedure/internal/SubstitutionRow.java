package org.zaledje.platform.procedure.internal;

import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.platform.procedure.Substitution;

/** A time in which somebody stands in for somebody else. */
@Entity
@Table(name = "prc_substitution")
public class SubstitutionRow {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "person", updatable = false)
    private String person;

    @Column(name = "substitute", updatable = false)
    private String substitute;

    @Column(name = "from_day", updatable = false)
    private LocalDate from;

    @Column(name = "to_day", updatable = false)
    private LocalDate to;

    protected SubstitutionRow() {
    }

    SubstitutionRow(Substitution substitution) {
        id = substitution.id();
        person = substitution.person();
        substitute = substitution.substitute();
        from = substitution.from();
        to = substitution.to();
    }

    Substitution substitution() {
        return new Substitution(id, person, substitute, from, to);
    }
}
