package org.zaledje.platform.service.internal.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.zaledje.platform.event.Webhook;
import org.zaledje.platform.service.internal.database.Sql;

/** A webhook as it is kept, with its secret encrypted. */
record StoredWebhook(UUID company, Webhook webhook, String secret) {

    static StoredWebhook of(ResultSet row) throws SQLException {
        return new StoredWebhook(row.getObject("company_id", UUID.class), new Webhook(row.getObject("id", UUID.class),
                row.getString("url"), List.of(row.getString("types").split(" ")), Sql.moment(row, "created_at").orElseThrow(),
                row.getString("created_by"), row.getBoolean("paused")), row.getString("secret"));
    }
}
