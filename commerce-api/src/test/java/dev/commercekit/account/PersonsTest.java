package dev.commercekit.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "gb", "UK", "GBR", "XX", "G1"})
    void aCountryIsAnIsoCode(String country) {
        assertThatThrownBy(() -> Address.of(country, "1 High Street", "Leeds", "LS1 1AA"))
                .hasMessageStartingWith("country: ");
    }

    @Test
    void anAddressIsLimited() {
        assertThatThrownBy(() -> address(Collections.nCopies(6, "x"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> address(List.of("x".repeat(201)))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> address(List.of("a\nb"))).isInstanceOf(InvalidInputException.class);
        assertThat(address(List.of()).lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "a@b", "ann+shop@example.co.uk", "\u00e4nn@ex\u00e4mple.de"})
    void anEmailLooksLikeOne(String email) {
        assertThat(Contact.of("Ann", email).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "@example.com", "ann@", "a@b@c", "ann @example.com", "ann@example.com\n"})
    void whatIsNoEmailIsRefused(String email) {
        assertThatThrownBy(() -> Contact.of("Ann", email)).hasMessageStartingWith("email: ");
    }

    @Test
    void nothingPersonalPrints() {
        assertThat(Address.of("GB", "1 High Street", "Leeds", "LS1 1AA")).hasToString("Address[GB, ***]");
        assertThat(Contact.of("Ann", "ann@example.com")).hasToString("Contact[***]");
        assertThat(Buyer.guest("session-1")).hasToString("Guest[***]");
    }

    @Test
    void scopesTellBuyersApart() {
        assertThat(Buyer.customer("1").scope()).isEqualTo("customer:1");
        assertThat(Buyer.guest("1").scope())
                .startsWith("guest:")
                .isEqualTo(Buyer.guest("1").scope())
                .isNotEqualTo(Buyer.guest("2").scope());
        assertThat(Buyer.guest("session-1").scope()).doesNotContain("session");
    }

    @Test
    void aCustomerActsForThemselvesAlone() {
        Principal ann = Principal.customer(CustomerId.of("ann"));
        assertThat(ann.mayActFor(Buyer.customer("ann"))).isTrue();
        assertThat(ann.mayActFor(Buyer.customer("bob"))).isFalse();
        assertThat(ann.mayActFor(Buyer.guest("ann"))).isFalse();
        assertThat(ann.permissions()).isEmpty();
    }

    @Test
    void onlyWhoMayActForBuyersActsForAll() {
        Principal clerk = Principal.of("clerk", Permission.ACT_FOR_BUYERS);
        assertThat(clerk.mayActFor(Buyer.customer("ann"))).isTrue();
        assertThat(clerk.mayActFor(Buyer.guest("s"))).isTrue();
        assertThat(clerk.may(Permission.MANAGE_STOCK)).isFalse();
        assertThat(Principal.of("packer", Permission.MANAGE_ORDERS).mayActFor(Buyer.guest("s")))
                .isFalse();
    }

    @Test
    void theHostMayDoEverything() {
        assertThat(Principal.HOST.permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    private static Address address(List<String> lines) {
        return new Address("GB", lines, "Leeds", Optional.empty(), Optional.empty());
    }

    @Test
    void aPermissionThatIsNamedTwiceIsHeldOnceAndNullIsRefused() {
        Permission stock = Permission.MANAGE_STOCK;
        assertThat(Principal.of("clerk", stock, stock).permissions()).containsExactly(stock);
        assertThatThrownBy(() -> Principal.of("clerk", (Permission) null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Principal.customer(null)).isInstanceOf(InvalidInputException.class);
    }
}
