/** Given and family names as they are met at a Swedish workplace, by where they come from. All combinations are invented. */

interface Origin {
  /** How many of a hundred. */
  readonly weight: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

export const origins: readonly Origin[] = [
  {
    weight: 60,
    given: words(`
      Agnes Albin Alice Alma Alva Anders Anna Anneli Annika Anton Arvid Astrid August Axel Beatrice Bengt Birgitta Björn
      Bo Britta Camilla Carin Carl Caroline Cecilia Charlotte Christer Christina Clara Daniel David Edvin Elin Elias Ella
      Ellen Elsa Emelie Emil Emma Erik Ester Eva Felicia Filip Frida Fredrik Gunilla Gustav Hanna Hans Hedda Helena
      Henrik Håkan Ida Inger Ingela Isak Jan Jenny Jesper Joakim Johan Johanna Jonas Josefin Julia Karin Karl Kerstin
      Kristina Lars Lena Leif Linda Linnea Lisa Lotta Lova Ludvig Madeleine Magnus Maja Malin Margareta Maria Markus
      Martin Mats Matilda Mattias Mikael Moa Molly Monica Märta Niklas Nils Olle Olof Oskar Pär Patrik Per Pernilla Peter
      Petra Pia Rasmus Rebecka Rickard Robert Roger Saga Sandra Sara Simon Sofia Stefan Stina Susanne Sven Theo Therese
      Thomas Tilde Tobias Tove Ulf Ulla Ulrika Viktor Vilma Wilhelm Ylva Åke Åsa Örjan Östen`),
    family: words(`
      Ahlberg Ahlström Alm Andersson Arvidsson Asplund Backman Berg Bergkvist Berglund Bergman Bergström Björk Björklund
      Blom Blomqvist Boström Brolin Byström Dahl Dahlberg Dahlgren Edlund Ek Ekberg Eklund Ekström Engström Eriksson
      Falk Forsberg Forslund Fors Fransson Frisk Granberg Granlund Grönlund Gustafsson Gustavsson Hagström Hallberg
      Hansson Hedberg Hedlund Hedman Hellström Henriksson Hjelm Holm Holmberg Holmgren Holmqvist Hägg Hägglund Höglund
      Isaksson Jansson Jakobsson Johansson Jonasson Jonsson Jönsson Karlsson Kjellberg Klingberg Krantz Källström
      Lagerqvist Larsson Lind Lindahl Lindberg Lindblom Lindgren Lindholm Lindqvist Lindström Ljung Ljungberg Lundberg
      Lundgren Lundin Lundmark Lundqvist Löfgren Magnusson Malm Malmberg Martinsson Mattsson Melin Moberg Molin Nilsson
      Nord Nordin Nordlund Nordström Norén Norberg Nyberg Nygren Nyman Nyström Näslund Olofsson Olsson Persson Pettersson
      Rask Rosén Rosenberg Rydberg Samuelsson Sandberg Sandin Selin Sjöberg Sjödin Sjögren Skoglund Stenberg Stenman
      Strand Strömberg Sund Sundberg Sundin Sundström Svensson Söderberg Söderlund Söderström Thunberg Tjäder Tornberg
      Vallgren Wahlström Wallin Wennberg Westerlund Westin Wiklund Wikström Zetterberg Åberg Åkesson Åström Öberg Öhman
      Öhrn Östlund Östman`),
  },
  {
    weight: 5,
    given: words(
      "Aino Anneli Eero Esko Heikki Jari Kaisa Lauri Mika Minna Outi Pekka Päivi Riitta Sanna Timo Tiina Veikko",
    ),
    family: words(
      "Heikkinen Hietala Järvinen Koivisto Korhonen Kujala Laine Lehtonen Mäkinen Niemi Rantala Salonen Virtanen",
    ),
  },
  {
    weight: 2,
    given: words("Ánte Elle Inga Jovnna Láilá Máret Nils-Anders Sunna"),
    family: words("Blind Kuhmunen Labba Omma Sara Utsi"),
  },
  {
    weight: 5,
    given: words(
      "Agnieszka Aleksandra Bartosz Ewa Joanna Kamil Katarzyna Krzysztof Magdalena Marcin Michał Paweł Tomasz",
    ),
    family: words("Dąbrowski Kamińska Kowalczyk Lewandowski Mazur Nowak Piotrowski Wiśniewski Wójcik Zieliński"),
  },
  {
    weight: 8,
    given: words(
      "Ahmad Amal Amira Bassam Dalia Hala Hassan Huda Karim Khaled Leila Mariam Nour Omar Rami Rana Samir Yousef Zainab",
    ),
    family: words(
      "Abboud Al-Khatib Al-Masri Aziz Barakat Darwish Fares Haddad Hamdan Ibrahim Khalil Mansour Nasser Saleh Sabbagh",
    ),
  },
  {
    weight: 4,
    given: words("Adnan Amela Dragan Emir Jasmina Jelena Lejla Marko Milica Nedim Nikola Selma Zoran"),
    family: words("Begić Delić Hadžić Ilić Jovanović Kovačević Marković Petrović Sarić Šimić"),
  },
  {
    weight: 4,
    given: words("Arash Azadeh Farhad Golnaz Kian Maryam Mina Nima Parisa Reza Shirin"),
    family: words("Ahmadi Ansari Farahani Ghorbani Hosseini Karimi Moradi Rahimi Rostami Tehrani"),
  },
  {
    weight: 4,
    given: words("Aylin Baran Berivan Deniz Elif Emre Hevin Kemal Rojda Serhat Zeynep Şivan"),
    family: words("Aydın Çelik Demir Doğan Kaya Öztürk Polat Şahin Yıldız Yılmaz"),
  },
  {
    weight: 4,
    given: words("Abdirahman Asha Ayaan Bilal Fadumo Hodan Ifrah Liban Mohamed Sahra Selam Yonas"),
    family: words("Abdi Ali Farah Hussein Jama Mohamud Osman Tesfay Warsame Yusuf"),
  },
  {
    weight: 2,
    given: words("Anh Chanida Hoa Linh Mai Minh Somchai Thanh"),
    family: words("Nguyen Pham Phan Saetang Tran Vo"),
  },
  {
    weight: 2,
    given: words("Aditi Arjun Divya Priya Ravi Sunil"),
    family: words("Iyer Menon Nair Raman Reddy Sharma"),
  },
  {
    weight: 2,
    given: words("Alejandra Camilo Catalina Diego Javiera Mauricio Valentina"),
    family: words("Araya Contreras Fuentes Morales Muñoz Sepúlveda"),
  },
];
