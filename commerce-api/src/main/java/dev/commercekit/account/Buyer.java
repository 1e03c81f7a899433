package dev.commercekit.account;

import dev.commercekit.Input;

/** Who buys: a customer whom the host knows, or a guest. Complete: there will be no further case. */
public sealed interface Buyer {

    /** Returns the customer with the given id as a buyer. */
    static Customer customer(String id) {
        return new Customer(CustomerId.of(id));
    }

    /** Returns the guest with the given session. */
    static Guest guest(String session) {
        return new Guest(session);
    }

    /** Returns a text that tells this buyer from all others, for the scope of idempotency keys; it tells no secret. */
    String scope();

    /**
     * A customer whom the host knows.
     *
     * @param id the customer's id
     */
    record Customer(CustomerId id) implements Buyer {

        /** Refuses null. */
        public Customer {
            Input.required(id, "customerId");
        }

        @Override
        public String scope() {
            return "customer:" + id.value();
        }
    }

    /**
     * Somebody without an account.
     *
     * @param session what tells this guest from others, such as the id of a web session; 1 to 128 printable ASCII characters
     */
    record Guest(String session) implements Buyer {

        /** Checks the session. */
        public Guest {
            Input.identifier(session, "session", 128);
        }

        @Override
        public String scope() {
            return "guest:" + SessionDigest.of(session);
        }

        /** Returns the word guest; a session is a secret. */
        @Override
        public String toString() {
            return "Guest[***]";
        }
    }
}
