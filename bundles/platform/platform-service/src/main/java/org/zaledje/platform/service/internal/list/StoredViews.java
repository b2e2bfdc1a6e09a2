package org.zaledje.platform.service.internal.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.SavedView;
import org.zaledje.platform.list.SavedViews;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.transaction.Transactions;

/** Views of lists in the platform's tables. Anybody's preferences, so not audited. */
@Component
public final class StoredViews implements SavedViews {

    private static final Texts TEXTS = Texts.beside(StoredViews.class);
    private static final int SHOWN_MAX = 200;
    private static final String SELECT = "select v.id, v.list_name, v.name, v.state, v.is_shared, v.owner, b.view_id"
            + " from sys_list_view v left join sys_list_beginning b"
            + " on b.company_id = v.company_id and b.owner = ? and b.list_name = v.list_name and b.view_id = v.id"
            + " where v.company_id = ? and (v.owner = ? or v.is_shared = true)";

    private final Companies companies;
    private final Callers callers;
    private final Transactions transactions;
    private final IdSource ids;
    private final Sql sql;

    @Activate
    public StoredViews(@Reference Companies companies, @Reference Callers callers, @Reference Transactions transactions,
            @Reference IdSource ids, @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource) {
        this.companies = companies;
        this.callers = callers;
        this.transactions = transactions;
        this.ids = ids;
        this.sql = new Sql(dataSource);
    }

    @Override
    public List<SavedView> of(String list) {
        String owner = owner();
        return sql.list(SELECT + " and v.list_name = ? order by v.name, v.id fetch first ? rows only", row -> view(row, owner),
                owner, company(), owner, list, SHOWN_MAX);
    }

    private Optional<SavedView> find(UUID id) {
        String owner = owner();
        return sql.first(SELECT + " and v.id = ?", row -> view(row, owner), owner, company(), owner, id);
    }

    private static SavedView view(ResultSet row, String caller) throws SQLException {
        return new SavedView(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4),
                row.getBoolean(5), row.getString(6).equals(caller), row.getObject(7) != null);
    }

    @Override
    public SavedView keep(String list, String name, String state, boolean shared) {
        String owner = owner();
        check(name.strip(), state);
        return transactions.required(() -> {
            Optional<UUID> present = sql.first(
                    "select id from sys_list_view where company_id = ? and list_name = ? and owner = ? and name = ? for update",
                    row -> row.getObject(1, UUID.class), company(), list, owner, name.strip());
            UUID id = present.orElseGet(ids::next);
            if (present.isPresent()) {
                sql.update("update sys_list_view set state = ?, is_shared = ? where company_id = ? and id = ?", state, shared,
                        company(), id);
            } else {
                requireRoom(list, owner);
                sql.update("insert into sys_list_view (company_id, id, list_name, owner, name, state, is_shared)"
                        + " values (?, ?, ?, ?, ?, ?, ?)", company(), id, list, owner, name.strip(), state, shared);
            }
            return find(id).orElseThrow();
        });
    }

    private static void check(String name, String state) {
        if (name.isEmpty() || name.length() > SavedView.NAME_LENGTH_MAX) {
            throw invalid("name", SavedView.NAME_LENGTH_MAX);
        }
        if (state.length() > SavedView.STATE_LENGTH_MAX) {
            throw invalid("state", SavedView.STATE_LENGTH_MAX);
        }
    }

    private static ProblemException invalid(String what, int lengthMax) {
        return ProblemException.rulesBroken("list.view.invalid", TEXTS.text("view.invalid"), List.of(Violation.error(
                "list.view." + what, TEXTS.text("view." + what, lengthMax), "/" + what)));
    }

    private void requireRoom(String list, String owner) {
        int kept = sql.first("select count(*) from sys_list_view where company_id = ? and list_name = ? and owner = ?",
                row -> row.getInt(1), company(), list, owner).orElse(0);
        if (kept >= VIEWS_MAX) {
            throw ProblemException.of(Kind.CONFLICT, "list.view.too-many", TEXTS.text("view.too-many", VIEWS_MAX));
        }
    }

    @Override
    public void remove(UUID id) {
        transactions.required(() -> {
            sql.update("delete from sys_list_beginning where company_id = ? and view_id = ? and exists (select 1 from"
                    + " sys_list_view v where v.company_id = ? and v.id = ? and v.owner = ?)", company(), id, company(), id, owner());
            if (sql.update("delete from sys_list_view where company_id = ? and id = ? and owner = ?", company(), id, owner()) == 0) {
                throw unknown(id);
            }
            return id;
        });
    }

    @Override
    public void begin(String list, Optional<UUID> id) {
        id.ifPresent(given -> find(given).filter(view -> view.list().equals(list)).orElseThrow(() -> unknown(given)));
        transactions.required(() -> {
            sql.update("delete from sys_list_beginning where company_id = ? and owner = ? and list_name = ?", company(), owner(), list);
            id.ifPresent(given -> sql.update(
                    "insert into sys_list_beginning (company_id, owner, list_name, view_id) values (?, ?, ?, ?)",
                    company(), owner(), list, given));
            return list;
        });
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.of(Kind.NOT_FOUND, "list.view.unknown", TEXTS.text("view.unknown", id.toString()));
    }

    private UUID company() {
        return companies.current().id();
    }

    private String owner() {
        return callers.current().map(Caller::name).orElseThrow(() ->
                ProblemException.of(Kind.UNAUTHENTICATED, "security.unauthenticated", TEXTS.text("view.nobody")));
    }
}
