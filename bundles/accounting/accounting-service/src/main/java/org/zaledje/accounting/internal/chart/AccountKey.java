package org.zaledje.accounting.internal.chart;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of an account. */
@Embeddable
public class AccountKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "company_id", updatable = false)
    private UUID companyId;

    @Column(name = "code", updatable = false)
    private String code;

    protected AccountKey() {
    }

    public AccountKey(UUID companyId, String code) {
        this.companyId = companyId;
        this.code = code;
    }

    String code() {
        return code;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountKey key && companyId.equals(key.companyId) && code.equals(key.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(companyId, code);
    }
}
