/**
 * The PostgreSQL that comes along: started with the application when no other database is configured. It holds real
 * data, so it is durable (fsync, synchronous commit), closed (passwords for everybody, loopback only), and found again
 * after any kind of death.
 */
@NullMarked
package org.triviumcrm.shared.database;

import org.jspecify.annotations.NullMarked;
