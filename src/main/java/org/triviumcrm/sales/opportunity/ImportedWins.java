package org.triviumcrm.sales.opportunity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.ImportedTouches;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Which campaigns have brought what a file opens or wins, as when that is done by hand. */
@Component
class ImportedWins {

    /** With the former values of an opportunity: the campaigns that were noted for it. */
    private static final String TOUCHES = "+touches";

    private static final String WON = OpportunityState.WON.name();

    private final ImportedTouches touches;

    ImportedWins(ImportedTouches touches) {
        this.touches = touches;
    }

    /** Those that were not there before; what is noted for them goes with them. */
    void began(ImportContext context, List<Long> ids) {
        touches.note(ids, context.now());
    }

    /** Those that were won, once they are written; the effects of their rows keep what has to be taken back. */
    void note(ImportContext context, List<RecordWriter.Changed> changed) {
        if (context.dry()) {
            return;
        }
        Map<Long, RecordWriter.Changed> won = changed.stream()
                .filter(change -> !WON.equals(change.record().text("state"))
                        && WON.equals(String.valueOf(change.changes().get("state"))))
                .collect(Collectors.toMap(change -> change.record().id(), change -> change));
        touches.note(won.keySet(), context.now()).forEach((id, campaigns) -> {
            String text = campaigns.stream().map(String::valueOf).collect(Collectors.joining(","));
            Objects.requireNonNull(won.get(id)).row().effects().stream()
                    .map(ImportEffect::before)
                    .filter(Objects::nonNull)
                    .forEach(before -> before.put(TOUCHES, text));
        });
    }

    /** @param before by record id the former values */
    void restore(Map<Long, Map<String, @Nullable String>> before) {
        Map<Long, List<Long>> noted = new HashMap<>();
        before.forEach((id, values) -> {
            String text = values.get(TOUCHES);
            if (text != null) {
                noted.put(id, Arrays.stream(text.split(",")).map(Long::valueOf).toList());
            }
        });
        touches.forget(noted);
    }
}
