package org.triviumcrm.shared.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the embedded server is told at every start: durable, closed, and as much of the machine's memory as PostgreSQL's
 * manual advises for a server that shares it with the application: a quarter for its own pages, up to 2 GB.
 *
 * @param memory of the machine or of its container, in MB
 */
record PostgresSettings(int port, long memory) {

    private static final long LEAST_BUFFERS = 128;
    private static final long MOST_BUFFERS = 2048;

    static PostgresSettings forThisMachine(int port) {
        long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
        return new PostgresSettings(port, bytes >> 20);
    }

    /** {@code shared_buffers}, in MB. */
    long buffers() {
        return Math.min(MOST_BUFFERS, Math.max(LEAST_BUFFERS, memory / 4));
    }

    /** What the server and the file cache hold together, in MB. */
    long cache() {
        return Math.max(2 * LEAST_BUFFERS, memory / 2);
    }

    String text() {
        return """
                # Written by Trivium at every start. Settings of your own go to postgresql.conf, below the include.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                max_connections = 60
                password_encryption = 'scram-sha-256'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = %dMB
                effective_cache_size = %dMB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                max_wal_size = 2GB
                random_page_cost = 1.1
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(port, buffers(), cache());
    }
}
