package org.zaledje.platform.service.internal.job;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.zaledje.platform.job.JobSchedule;

/*
 * What happens when the clocks change?
 *
 * The library finds the next time in a zone without changes; what a change means is decided here. Fixed times are found
 * by the wall clock and then placed in the zone: a time that does not exist is as much later as the clocks were set on,
 * and of two with the same name the first counts. A schedule for every hour is found with the offset that holds now, and
 * found anew after the change when that comes first.
 */
/** The times of one schedule. Immutable. */
abstract class JobTimes {

    /** The first time after {@code moment}; empty when there is none. */
    abstract Optional<Instant> after(Instant moment);

    /** @throws IllegalArgumentException when the schedule can't be read */
    static JobTimes of(JobSchedule schedule) {
        if (schedule instanceof JobSchedule.Interval interval) {
            return new Multiples(interval.interval().toMillis());
        }
        if (schedule instanceof JobSchedule.Cron cron) {
            ExecutionTime times = ExecutionTime.forCron(new CronParser(
                    CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron.expression().strip()));
            boolean everyHour = cron.expression().strip().split("\\s+")[1].equals("*");
            return everyHour ? new RealTime(times, cron.zone()) : new WallClock(times, cron.zone());
        }
        return new Never();
    }

    /** Of a schedule that can't be read, or that is by hand. */
    static final class Never extends JobTimes {
        @Override
        Optional<Instant> after(Instant moment) {
            return Optional.empty();
        }
    }

    private static final class Multiples extends JobTimes {

        private final long millis;

        private Multiples(long millis) {
            this.millis = millis;
        }

        @Override
        Optional<Instant> after(Instant moment) {
            return Optional.of(Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis + millis));
        }
    }

    private static final class WallClock extends JobTimes {

        private final ExecutionTime times;
        private final ZoneId zone;

        private WallClock(ExecutionTime times, ZoneId zone) {
            this.times = times;
            this.zone = zone;
        }

        @Override
        Optional<Instant> after(Instant moment) {
            // From before a gap: what was to be in it comes after it.
            LocalDateTime wall = moment.atZone(zone).toLocalDateTime().minusDays(1);
            while (true) {
                Optional<LocalDateTime> next = next(times, wall);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                wall = next.get();
                Instant found = wall.atZone(zone).toInstant();
                if (found.isAfter(moment)) {
                    return Optional.of(found);
                }
            }
        }
    }

    private static final class RealTime extends JobTimes {

        private final ExecutionTime times;
        private final ZoneId zone;

        private RealTime(ExecutionTime times, ZoneId zone) {
            this.times = times;
            this.zone = zone;
        }

        @Override
        Optional<Instant> after(Instant moment) {
            Optional<Instant> found = at(moment, zone.getRules().getOffset(moment));
            ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
            if (change == null || found.isPresent() && found.get().isBefore(change.getInstant())) {
                return found;
            }
            return at(change.getInstant().minusSeconds(1), change.getOffsetAfter());
        }

        private Optional<Instant> at(Instant moment, ZoneOffset offset) {
            return next(times, LocalDateTime.ofInstant(moment, offset)).map(next -> next.toInstant(offset));
        }
    }

    private static Optional<LocalDateTime> next(ExecutionTime times, LocalDateTime wall) {
        return times.nextExecution(wall.atZone(ZoneOffset.UTC)).map(next -> next.toLocalDateTime());
    }
}
