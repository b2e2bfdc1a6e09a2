package org.zaledje.platform.service.internal.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** What a column holds, the same for every database. Names and order are part of the file format. */
enum Kind {
    BOOLEAN {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return in.readBoolean();
        }
    },
    INTEGER {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeLong((Long) value);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return in.readLong();
        }
    },
    DECIMAL {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getBigDecimal(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            Text.write(out, ((BigDecimal) value).toPlainString());
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return new BigDecimal(Text.read(in));
        }
    },
    DOUBLE {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getDouble(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeDouble((Double) value);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return in.readDouble();
        }
    },
    TEXT {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            Text.write(out, (String) value);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return Text.read(in);
        }
    },
    BYTES {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            byte[] bytes = (byte[]) value;
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return in.readNBytes(in.readInt());
        }
    },
    UUID {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeLong(((UUID) value).getMostSignificantBits());
            out.writeLong(((UUID) value).getLeastSignificantBits());
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return new UUID(in.readLong(), in.readLong());
        }
    },
    DATE {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeLong(((LocalDate) value).toEpochDay());
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return LocalDate.ofEpochDay(in.readLong());
        }
    },
    TIME {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalTime.class);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeLong(((LocalTime) value).toNanoOfDay());
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return LocalTime.ofNanoOfDay(in.readLong());
        }
    },
    DATE_TIME {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            moment(((LocalDateTime) value).toInstant(ZoneOffset.UTC), out);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return LocalDateTime.ofInstant(moment(in), ZoneOffset.UTC);
        }
    },
    /** With its offset, which H2 keeps and PostgreSQL does not. */
    MOMENT {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            moment(((OffsetDateTime) value).toInstant(), out);
            out.writeInt(((OffsetDateTime) value).getOffset().getTotalSeconds());
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            Instant moment = moment(in);
            return moment.atOffset(ZoneOffset.ofTotalSeconds(in.readInt()));
        }
    };

    abstract Object get(ResultSet row, int column) throws SQLException;

    abstract void write(Object value, DataOutputStream out) throws IOException;

    abstract Object read(DataInputStream in) throws IOException;

    private static void moment(Instant value, DataOutputStream out) throws IOException {
        out.writeLong(value.getEpochSecond());
        out.writeInt(value.getNano());
    }

    private static Instant moment(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    /** The kind of a column; a type that nobody has foreseen is refused rather than kept half. */
    static Kind of(ResultSetMetaData rows, int column) throws SQLException {
        String type = rows.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        if (type.equals("uuid")) {
            return UUID;
        }
        if (type.equals("timestamptz") || type.equals("timestamp with time zone")) {
            return MOMENT;
        }
        if (type.equals("bool")) {
            return BOOLEAN;
        }
        return switch (rows.getColumnType(column)) {
            case Types.BOOLEAN -> BOOLEAN;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> DOUBLE;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NCHAR, Types.NVARCHAR, Types.NCLOB -> TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            case Types.DATE -> DATE;
            case Types.TIME -> TIME;
            case Types.TIMESTAMP -> DATE_TIME;
            default -> throw new SQLException("No backup of column " + rows.getTableName(column) + "."
                    + rows.getColumnName(column) + ": its type " + type + " is not known");
        };
    }
}
