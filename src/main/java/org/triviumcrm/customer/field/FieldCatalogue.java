package org.triviumcrm.customer.field;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.shared.signal.NodeSignalListener;
import org.triviumcrm.shared.signal.NodeSignals;

/**
 * All custom fields, kept in memory until one changes on any node: every form, list and history asks for them. A transaction that
 * has changed some sees them as it has left them; nobody else does before it commits.
 */
@Component
class FieldCatalogue implements NodeSignalListener {

    private static final String TOPIC = "customfields";

    private final FieldSpecRepository fields;
    private final NodeSignals signals;
    private final TransactionTemplate apart;
    private final AtomicReference<@Nullable Map<String, List<FieldSpec>>> known = new AtomicReference<>();

    /** What was read before a change is not kept after it. */
    private final AtomicLong changes = new AtomicLong();

    FieldCatalogue(FieldSpecRepository fields, NodeSignals signals, PlatformTransactionManager transactions) {
        this.fields = fields;
        this.signals = signals;
        // Not with the caller's: what a read replica knows, or an older snapshot, would be kept for long.
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The fields of a kind of record, retired ones included, in their order. */
    List<FieldSpec> of(String noun) {
        return current().getOrDefault(noun, List.of());
    }

    private Map<String, List<FieldSpec>> current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Changed changed) {
            return changed.fields();
        }
        Map<String, List<FieldSpec>> present = known.get();
        if (present == null) {
            long before = changes.get();
            present = Objects.requireNonNull(apart.execute(transaction -> read()));
            known.set(present);
            if (before != changes.get()) {
                known.set(null);
            }
        }
        return present;
    }

    private Map<String, List<FieldSpec>> read() {
        return fields.all().stream().collect(Collectors.groupingBy(FieldSpec::noun));
    }

    /** Some have been changed in the present transaction. */
    void change() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Changed changed) {
            changed.seen = null;
            return;
        }
        TransactionSynchronizationManager.bindResource(this, new Changed());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(FieldCatalogue.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(FieldCatalogue.this, new Changed());
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(FieldCatalogue.this);
                heard();
            }
        });
        signals.changed(TOPIC);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void heard() {
        changes.incrementAndGet();
        known.set(null);
    }

    /** What a transaction that changes fields has read since. */
    private final class Changed {

        private @Nullable Map<String, List<FieldSpec>> seen;

        private Map<String, List<FieldSpec>> fields() {
            Map<String, List<FieldSpec>> present = seen;
            if (present == null) {
                present = read();
                seen = present;
            }
            return present;
        }
    }
}
